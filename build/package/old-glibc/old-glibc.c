/*
 * What an older glibc has under no name at all, or not as a function. The linker leads the calls here (--wrap).
 */
#define _GNU_SOURCE
#include <sys/stat.h>
#include <unistd.h>

/* Until 2.32 stat() was an inline function around these. */
extern int __xstat64(int version, const char *path, struct stat64 *state);
extern int __lxstat64(int version, const char *path, struct stat64 *state);
extern int __fxstat64(int version, int file, struct stat64 *state);
AS_OF_OLD(__xstat64);
AS_OF_OLD(__lxstat64);
AS_OF_OLD(__fxstat64);

int __wrap_stat64(const char *path, struct stat64 *state) { return __xstat64(STAT_VERSION, path, state); }

int __wrap_lstat64(const char *path, struct stat64 *state) { return __lxstat64(STAT_VERSION, path, state); }

int __wrap_fstat64(int file, struct stat64 *state) { return __fxstat64(STAT_VERSION, file, state); }

/* On 64 bits the two structures are one. */
int __wrap_fstat(int file, struct stat64 *state) { return __fxstat64(STAT_VERSION, file, state); }

/* libstdc++ asks with it whether it may leave out atomic operations (2.32). 0: it never may. */
char __libc_single_threaded = 0;

/* The random_device of libstdc++ takes it from here (2.36). */
unsigned arc4random(void) {
  unsigned number;
  if (getentropy(&number, sizeof number) != 0) __builtin_trap();
  return number;
}
