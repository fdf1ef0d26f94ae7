/// Runs a program on a pseudo-terminal, for tests of what a person at the keyboard sees.
#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <sys/types.h>

/// Starts `path` on a new terminal of that size. Returns the process, or -1; `master` is the test's end.
pid_t pt_spawn(
    const char *path, char *const arguments[], char *const environment[], const char *folder, int rows,
    int columns, int *master);

/// Reads what the terminal shows, at most `size` bytes. Returns 0 after `milliseconds` without any, -1 at the end.
ssize_t pt_read(int master, char *buffer, size_t size, int milliseconds);

/// Waits for the process and returns its exit code, or 128 and the number of the signal that ended it.
int pt_wait(pid_t process);

#endif
