package tocsin.domain.severity;

/// The size-up: where it is, whether customers can get by, and the six answers. Answers may come one at a time.
public record SeverityAnswers(
        Environment environment,
        Answer<FunctionImpact> function,
        Answer<Workaround> workaround,
        Answer<CustomerShare> customers,
        Answer<RevenueImpact> revenue,
        Answer<DataImpact> data,
        Answer<SafetyImpact> safety,
        Answer<Trend> trend) {

    public static SeverityAnswers in(Environment environment) {
        return new SeverityAnswers(
                environment,
                Answer.unknown(),
                Answer.unknown(),
                Answer.unknown(),
                Answer.unknown(),
                Answer.unknown(),
                Answer.unknown(),
                Answer.unknown());
    }

    public SeverityAnswers withFunction(Answer<FunctionImpact> answer) {
        return new SeverityAnswers(environment, answer, workaround, customers, revenue, data, safety, trend);
    }

    public SeverityAnswers withWorkaround(Answer<Workaround> answer) {
        return new SeverityAnswers(environment, function, answer, customers, revenue, data, safety, trend);
    }

    public SeverityAnswers withCustomers(Answer<CustomerShare> answer) {
        return new SeverityAnswers(environment, function, workaround, answer, revenue, data, safety, trend);
    }

    public SeverityAnswers withRevenue(Answer<RevenueImpact> answer) {
        return new SeverityAnswers(environment, function, workaround, customers, answer, data, safety, trend);
    }

    public SeverityAnswers withData(Answer<DataImpact> answer) {
        return new SeverityAnswers(environment, function, workaround, customers, revenue, answer, safety, trend);
    }

    public SeverityAnswers withSafety(Answer<SafetyImpact> answer) {
        return new SeverityAnswers(environment, function, workaround, customers, revenue, data, answer, trend);
    }

    public SeverityAnswers withTrend(Answer<Trend> answer) {
        return new SeverityAnswers(environment, function, workaround, customers, revenue, data, safety, answer);
    }
}
