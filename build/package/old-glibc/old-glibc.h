/*
 * Put before every source of the addon: binds it to the functions of the C library as they are called in the oldest
 * glibc of its architecture. A newer glibc still has them under these names, and a system of 2018 has no others.
 */
#pragma once

#if defined(__x86_64__)
#define OLDEST "GLIBC_2.2.5"
#define STAT_VERSION 1
#elif defined(__aarch64__)
#define OLDEST "GLIBC_2.17"
#define STAT_VERSION 0
#else
#error "no package is made for this architecture"
#endif

#define AS_OF_OLD(name) __asm__(".symver " #name "," #name "@" OLDEST)

/* new in 2.29: they set no errno */
AS_OF_OLD(exp);
AS_OF_OLD(log);
AS_OF_OLD(log2);
AS_OF_OLD(pow);

/* until 2.33 in libdl and libpthread, which Electron has loaded */
AS_OF_OLD(dlclose);
AS_OF_OLD(dlerror);
AS_OF_OLD(dlopen);
AS_OF_OLD(dlsym);
AS_OF_OLD(pthread_create);
AS_OF_OLD(pthread_join);
AS_OF_OLD(pthread_mutex_trylock);
AS_OF_OLD(pthread_mutexattr_destroy);
AS_OF_OLD(pthread_mutexattr_init);
AS_OF_OLD(pthread_mutexattr_settype);
AS_OF_OLD(pthread_once);
