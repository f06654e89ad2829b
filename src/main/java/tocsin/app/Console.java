package tocsin.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.casefile.CaseRefused;
import tocsin.casefile.Imported;
import tocsin.domain.Recorded;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.History;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.journal.Disk;
import tocsin.journal.Hash;
import tocsin.journal.Head;
import tocsin.journal.Heads;
import tocsin.journal.Job;
import tocsin.journal.Journal;
import tocsin.journal.JournalBusy;
import tocsin.journal.JournalException;
import tocsin.journal.JournalHealth;
import tocsin.journal.OpenReport;
import tocsin.journal.RealDisk;
import tocsin.journal.RecordSeal;
import tocsin.journal.Renewal;
import tocsin.journal.Settings;
import tocsin.journal.StoredFact;
import tocsin.journal.Verdict;
import tocsin.journal.codec.FactCodec;
import tocsin.store.Applied;
import tocsin.store.Filter;
import tocsin.store.Opening;
import tocsin.store.Store;
import tocsin.store.StoreException;
import tocsin.sync.Ledger;
import tocsin.sync.Luggage;

/// The owner of an open profile. A gesture is decided and written on the journal's thread; its answer comes only after
/// all
/// of it is forced to disk, and then everybody who watches is told, on that thread. Methods may be called from any
/// other
/// thread; those that throw [JournalException] read the disk and do not belong on a screen's thread.
public final class Console implements AutoCloseable {
    static final PersonId TOCSIN = new PersonId("Tocsin");

    private final Profile profile;
    private final Cover cover;
    private final Disk files;
    private final Journal journal;
    private final Projector projector;
    private final IndexFolder index;
    private final FactCodec codec = new FactCodec();
    private final Numbers numbers = new Numbers();
    private final Registrar registrar = new Registrar(codec);
    private final Erasures erasures = new Erasures(codec);
    private final Clerk clerk = new Clerk(codec, this::recordedOf, numbers, registrar, erasures);
    private final Eraser eraser = new Eraser(codec, clerk, erasures);
    private final Attachments attachments;
    private final Intake intake = new Intake(codec, clerk, eraser, registrar);
    private final Feed<Change> changes = new Feed<>();
    private final Feed<JournalHealth> health;
    private final Feed<Set<String>> erasedWords = new Feed<>();
    private final CaseDoor cases;
    private final HubLink hub;
    private final VaultDoor vault;
    private final Opened opened;

    private Console(Profile profile, Disk disk, Settings settings, VaultDoor vault, Cover cover, Progress progress)
            throws JournalException {
        this.profile = profile;
        this.cover = cover;
        this.files = cover.over(disk);
        this.index = new IndexFolder(profile.index(), cover.isOn() ? IndexFolder.Kind.MEMORY : IndexFolder.Kind.FILES);
        this.attachments = new Attachments(profile.attachments(), files);
        this.health = new Feed<>();
        this.vault = vault;
        Opening opening = store(profile, cover);
        if (opening.found() instanceof Opening.Found.Whole) {
            progress.early(() -> opening.store().incidents(Filter.LIVE));
        }
        this.journal = journal(settings, opening.store());
        try {
            journal.incidents().forEach(numbers::add);
            registrar.load(journal.looseFacts());
            this.cases = new CaseDoor(this, journal);
            this.hub = new HubLink(this);
            this.projector = new Projector(profile, cover, opening.store(), journal, this::history, index);
            Opened.StoreState state = projector.catchUp(opening.found(), progress);
            this.opened = new Opened(
                    journal.opened(), state, projector.replayed(), OpeningNotes.of(journal.opened(), opening.found()));
            if (journal.opened().newDesk().isPresent()) {
                introduce(journal.opened().newDesk().get());
            }
        } catch (JournalException | RuntimeException failed) {
            // Who comes next must find the profile free.
            opening.store().close();
            journal.close();
            throw failed;
        }
        projector.start();
    }

    private static Opening store(Profile profile, Cover cover) throws ProfileBusy {
        try {
            return Store.open(profile.store(), cover.over(tocsin.store.Settings.usual()));
        } catch (StoreException refused) {
            if (refused.trouble() == StoreException.Trouble.IN_USE) {
                throw new ProfileBusy(profile, refused);
            }
            throw refused;
        }
    }

    private Journal journal(Settings settings, Store store) throws JournalException {
        try {
            return Journal.open(
                    files,
                    profile.journal(),
                    settings.withKnown(known(store)).withListener(health::tell).withSeal(cover.seal()));
        } catch (JournalBusy owned) {
            store.close();
            throw new ProfileBusy(profile, owned);
        } catch (JournalException | RuntimeException refused) {
            store.close();
            throw refused;
        }
    }

    public static Console open(Profile profile, Progress progress) throws JournalException {
        return open(profile, new RealDisk(), Settings.standard(), progress);
    }

    /// The same on another disk and with another clock.
    public static Console open(Profile profile, Disk disk, Settings settings, Progress progress)
            throws JournalException {
        return open(profile, disk, settings, tocsin.vault.Settings.standard(), progress);
    }

    /// The same with a vault of another cost.
    public static Console open(
            Profile profile, Disk disk, Settings settings, tocsin.vault.Settings vault, Progress progress)
            throws JournalException {
        return open(profile, disk, settings, new VaultDoor(disk, profile.vault(), vault), Cover.NONE, progress);
    }

    /// The same for a profile that may be locked, with its vault, which is closed together with the console.
    public static Console open(
            Profile profile, Disk disk, Settings settings, VaultDoor vault, Cover cover, Progress progress)
            throws JournalException {
        try {
            disk.createFolder(profile.folder());
            if (!cover.isOn() && RecordSeal.isOn(disk, profile.journal())) {
                throw new LockedOut("the profile " + profile.folder() + " is locked");
            }
        } catch (IOException unwritable) {
            throw new JournalException(
                    "the profile folder " + profile.folder() + " cannot be made: " + why(unwritable)
                            + "; choose another with --profile",
                    unwritable);
        }
        return new Console(profile, disk, settings, vault, cover, progress);
    }

    private static String why(IOException unwritable) {
        return switch (unwritable) {
            case FileAlreadyExistsException _ -> "a file has its name";
            case AccessDeniedException _ -> "you may not write there";
            case NoSuchFileException _ -> "nothing can be made there";
            default -> String.valueOf(unwritable.getMessage());
        };
    }

    public Profile profile() {
        return profile;
    }

    /// The files that entries name.
    public Attachments attachments() {
        return attachments;
    }

    /// Whether it lies on the disk for nobody's eyes.
    public boolean isLockedAtRest() {
        return cover.isOn();
    }

    /// The disk as the profile's own files are read and written on it.
    public Disk files() {
        return files;
    }

    /// The desk's secrets.
    public VaultDoor vault() {
        return vault;
    }

    public Opened opened() {
        return opened;
    }

    public DeskId desk() {
        return journal.desk();
    }

    public long facts() {
        return journal.size();
    }

    public JournalHealth journalHealth() {
        return journal.health();
    }

    /// Told on the journal's thread after each change is on disk.
    public Feed<Change> changes() {
        return changes;
    }

    public Feed<JournalHealth> health() {
        return health;
    }

    /// Does what the gesture asks. The future fails with a [JournalException] when the disk refused; then nothing was
    /// acknowledged and the words are still the caller's.
    public CompletableFuture<Answer> act(Gesture gesture) {
        var command = CommandId.of(UUID.randomUUID());
        return written(out -> clerk.write(out, gesture, command));
    }

    /// The organisation as forced to disk: its people, teams, services and settings.
    public Organisation organisation() {
        return registrar.current();
    }

    /// Told on the journal's thread after each change of the organisation is on disk.
    public Feed<Organisation> organisations() {
        return registrar.feed();
    }

    public CompletableFuture<OrganisationAnswer> organise(OrganisationCommand command, PersonId actor) {
        return organise(List.of(command), actor);
    }

    /// All of it happens, or none. The future fails as that of [#act] does.
    public CompletableFuture<OrganisationAnswer> organise(List<OrganisationCommand> commands, PersonId actor) {
        var command = CommandId.of(UUID.randomUUID());
        return journal.write(out -> registrar.write(out, commands, actor, command), answer -> {
            if (answer instanceof OrganisationAnswer.Done(var organisation, var _)) {
                registrar.publish(organisation);
            }
            return answer;
        });
    }

    /// Declares a new incident under the next number of the day.
    public CompletableFuture<Answer> declare(Gesture.Opening opening) {
        var command = CommandId.of(UUID.randomUUID());
        return written(out -> {
            LocalDate day = LocalDate.ofInstant(out.now(), opening.zone());
            IncidentId id = numbers.next(day, out.desk());
            var gesture = Gesture.of(opening.actor(), id, opening.command()).at(opening.occurredAt());
            return clerk.write(out, gesture, command);
        });
    }

    /// Takes back the last gesture of this person in this incident.
    public CompletableFuture<Answer> undo(IncidentId incident, PersonId actor) {
        var command = CommandId.of(UUID.randomUUID());
        return written(out -> {
            List<Recorded> acts = clerk.lastGesture(incident, actor);
            CommandId last = acts.isEmpty() ? command : acts.getLast().command();
            return clerk.write(out, Gesture.of(actor, incident, new IncidentCommand.Undo(last, acts)), command);
        });
    }

    /// Erases the words of a fact for good and writes down that it was done. Only words can be erased, never a state.
    public CompletableFuture<Answer> redact(IncidentId incident, FactId fact, String reason, PersonId actor) {
        return erase(incident, new Erasing.OfFact(fact), reason, actor);
    }

    /// The same for words wherever they stand, also in what the windows of this desk had half-typed.
    public CompletableFuture<Answer> erase(IncidentId incident, Erasing what, String reason, PersonId actor) {
        var command = CommandId.of(UUID.randomUUID());
        var traces = new AtomicReference<>(Traces.NONE);
        return journal.write(out -> {
                    Clerk.Entry entry = eraser.erase(out, incident, what, reason, actor, command);
                    traces.set(entry.changes().isEmpty() ? Traces.NONE : eraser.traces());
                    return entry;
                })
                .whenComplete((_, failed) -> {
                    if (failed != null) {
                        // The words may still stand on the disk: what is kept of the incident is read from there again.
                        clerk.forget(incident);
                    }
                })
                .thenApply(entry -> {
                    if (!entry.changes().isEmpty()) {
                        projector.forgetWords();
                        erasedWords.tell(traces.get().words());
                    }
                    publish(entry.changes());
                    return entry.answer();
                })
                .thenApplyAsync(answer -> {
                    traces.get().wipe(this);
                    return answer;
                });
    }

    /// Told on the journal's thread which words were erased here, so that nobody keeps them.
    Feed<Set<String>> erasedWords() {
        return erasedWords;
    }

    /// Which incident these words mean: a number or a full key.
    public Found find(String words) {
        return numbers.find(words);
    }

    public List<IncidentId> incidents() {
        return journal.incidents();
    }

    /// All facts of an incident, read from the journal; the caller's own.
    public History history(IncidentId id) throws JournalException {
        return History.of(id, recordedOf(id));
    }

    /// What a projection beside the store needs to keep in step.
    public Past past() {
        return new Past(journal, this::history, index);
    }

    /// Seals an incident into a new file and writes down that it left. Returns how many facts it holds.
    public long exportCase(IncidentId id, Path file, PersonId actor) throws JournalException, CaseRefused {
        return cases.export(id, file, actor);
    }

    /// Checks a case file and takes it in, whole or not at all.
    public Imported importCase(Path file, PersonId actor) throws JournalException, CaseRefused {
        return cases.take(file, actor);
    }

    /// Checks everything the journal holds.
    public Verdict verify() throws JournalException {
        join(journal.signHead());
        return Audit.of(files, journal, profile.journal(), codec);
    }

    /// Runs a job that takes in facts of other desks; what is new here is published like what was written here.
    public <T> CompletableFuture<T> adopt(Job<T> job) {
        return journal.write(out -> intake.take(out, job), taken -> {
            if (taken.changes().stream().anyMatch(Eraser::erases)) {
                projector.forgetWords();
            }
            publish(taken.changes());
            taken.organisation().ifPresent(registrar::publish);
            return taken.result();
        });
    }

    /// This desk as a courier sees it.
    public Ledger ledger() {
        return new SyncDoor(this, journal, codec);
    }

    /// Its files, for the sync thread.
    Luggage luggage() {
        return new FileLuggage(journal, codec, profile.attachments(), files);
    }

    /// Writes anew what this desk wrote on a copy. Everything that was kept of it is read again.
    CompletableFuture<Boolean> renewed(Head kept, Renewal<Map<IncidentId, List<StoredFact>>> renewal) {
        return journal.renew(kept, renewal, again -> {
            try {
                clerk.forgetAll();
                registrar.reload(journal.looseFacts());
                var news = new ArrayList<Change>();
                for (var each : again.entrySet()) {
                    List<Recorded> fresh =
                            each.getValue().stream().map(codec::recorded).toList();
                    news.add(new Change(history(each.getKey()).now(), fresh, Change.Lateness.REFOLDED));
                }
                projector.forgetWords();
                publish(news);
                registrar.publish(registrar.ahead());
                return true;
            } catch (JournalException unreadable) {
                throw new CompletionException(unreadable);
            }
        });
    }

    /// The store, after everything acknowledged so far has reached it.
    public Store settledStore() throws JournalException {
        return projector.settled();
    }

    /// Throws the store away and folds it again. Returns the number of facts folded.
    public long rebuild(Progress progress) throws JournalException {
        return projector.rebuild(progress);
    }

    /// The hub that this profile has joined.
    public HubLink hub() {
        return hub;
    }

    @Override
    public void close() {
        hub.close();
        vault.close();
        projector.close();
        journal.close();
    }

    private CompletableFuture<Answer> written(Job<Clerk.Entry> job) {
        return journal.write(job, entry -> {
            publish(entry.changes());
            return entry.answer();
        });
    }

    private void publish(List<Change> news) {
        clerk.forced(news);
        projector.offer(news);
        news.forEach(changes::tell);
    }

    /// Writes down what this desk did.
    void note(DeskFact fact, PersonId actor) throws JournalException {
        join(journal.write(out -> out.append(
                codec.draft(Optional.empty(), fact, Optional.empty(), actor, CommandId.of(UUID.randomUUID())))));
    }

    static <T> T join(CompletableFuture<T> coming) throws JournalException {
        try {
            return coming.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof JournalException trouble) {
                throw trouble;
            }
            throw failed;
        }
    }

    private List<Recorded> recordedOf(IncidentId id) throws JournalException {
        return erasures.applied(
                journal.factsOf(id).stream().map(codec::recorded).toList());
    }

    /// The first thing a desk writes is who it is.
    private void introduce(OpenReport.NewDesk why) throws JournalException {
        OpenReport report = journal.opened();
        var fact = new DeskFact.DeskOpened(
                Base64.getEncoder().encodeToString(report.publicKey()), report.formerDesk(), why.name());
        note(fact, TOCSIN);
    }

    private static Heads known(Store store) {
        return Heads.of(store.applied().values().stream().map(Console::head).toList());
    }

    private static Head head(Applied applied) {
        return new Head(
                applied.desk(), applied.seq(), Hash.parse(applied.hashHex()).orElse(Hash.ZERO));
    }
}
