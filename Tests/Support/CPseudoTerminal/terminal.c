#include "CPseudoTerminal.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

pid_t pt_spawn(
    const char *path, char *const arguments[], char *const environment[], const char *folder, int rows,
    int columns, int *master) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  pid_t process = forkpty(master, NULL, NULL, &size);
  if (process != 0) return process;
  // Worker threads of the tests block signals; the program must get its Ctrl-C.
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (chdir(folder) == 0) execve(path, arguments, environment);
  _exit(127);
}

ssize_t pt_read(int master, char *buffer, size_t size, int milliseconds) {
  struct pollfd descriptor = {.fd = master, .events = POLLIN};
  int ready = poll(&descriptor, 1, milliseconds);
  if (ready == 0 || (ready < 0 && errno == EINTR)) return 0;
  ssize_t count = read(master, buffer, size);
  return count > 0 ? count : -1;
}

int pt_wait(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
