package tocsin.bench;

/// The least that a JVM can be started for.
final class Hello {
    private Hello() {}

    public static void main(String[] args) {
        System.out.println("hello");
    }
}
