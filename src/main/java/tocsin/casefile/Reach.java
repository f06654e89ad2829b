package tocsin.casefile;

/// How far a check goes on once a fault is found: who only wants to open a file needs no second reason against it.
enum Reach {
    FIRST_FAULT,
    EVERY_FAULT
}
