/* What this machine can do at most, on one core: printed as one line of JSON.
 * cc -O3 -march=native -ffp-contract=off limits.c -o limits -lm -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <immintrin.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

/* Least seconds of one call, over 30 ms and at least three calls. */
#define LEAST(seconds, call)                             \
  do {                                                   \
    double begin_ = now();                               \
    seconds = 1e9;                                       \
    for (int i_ = 0; i_ < 3 || now() - begin_ < 0.03; i_++) { \
      double t_ = now();                                 \
      call;                                              \
      t_ = now() - t_;                                   \
      if (t_ < seconds) seconds = t_;                    \
    }                                                    \
  } while (0)

static volatile double sink;

__attribute__((noinline)) static void triad(double *a, const double *b, const double *c, long n) {
  for (long i = 0; i < n; i++) a[i] = b[i] + 3 * c[i];
}

static double triad_gigabytes(long n) {
  double *x = aligned_alloc(64, 3 * n * sizeof(double) + 192), seconds;
  for (long i = 0; i < 3 * n; i++) x[i] = i;
  long repeat = n < 100000 ? 100000 / n : 1;
  LEAST(seconds, for (long r = 0; r < repeat; r++) triad(x, x + n, x + 2 * n, n));
  sink = x[n / 2];
  free(x);
  return 24e-9 * n * repeat / seconds;
}

/* Independent sums of two numbers each: enough that the units never wait for one. */
#define SUMS 16
#define EACH(op) op(0) op(1) op(2) op(3) op(4) op(5) op(6) op(7) op(8) op(9) op(10) op(11) op(12) op(13) op(14) op(15)
#define ROUNDS 1000000

__attribute__((noinline)) static double add_and_multiply(double f) {
  __m128d x = _mm_set1_pd(f), y = _mm_set1_pd(1e-9), s[SUMS];
  for (int k = 0; k < SUMS; k++) s[k] = _mm_set1_pd(k);
  for (long i = 0; i < ROUNDS; i++) {
#define STEP(k) s[k] = _mm_add_pd(_mm_mul_pd(s[k], x), y);
    EACH(STEP)
#undef STEP
  }
  double sum = 0;
  for (int k = 0; k < SUMS; k++) sum += _mm_cvtsd_f64(s[k]);
  return sum;
}

#ifdef __FMA__
__attribute__((noinline)) static double fused(double f) {
  __m128d x = _mm_set1_pd(f), y = _mm_set1_pd(1e-9), s[SUMS];
  for (int k = 0; k < SUMS; k++) s[k] = _mm_set1_pd(k);
  for (long i = 0; i < ROUNDS; i++) {
#define STEP(k) s[k] = _mm_fmadd_pd(s[k], x, y);
    EACH(STEP)
#undef STEP
  }
  double sum = 0;
  for (int k = 0; k < SUMS; k++) sum += _mm_cvtsd_f64(s[k]);
  return sum;
}
#endif

typedef double (*function)(double);

static double nanoseconds_of(function f, double from, double to) {
  enum { N = 4096 };
  static double x[N], y[N];
  double seconds;
  /* The numbers of a linear congruential generator, as in measure.ts. */
  unsigned state = 1;
  for (int i = 0; i < N; i++) {
    state = state * 1664525u + 1013904223u;
    x[i] = from + (to - from) * (state / 4294967296.0);
  }
  LEAST(seconds, for (int i = 0; i < N; i++) y[i] = f(x[i]));
  sink = y[N / 2];
  return seconds * 1e9 / N;
}

typedef void (*dgemm)(int, int, int, int, int, int, double, const double *, int, const double *, int, double,
                      double *, int);

static double gemm_gigaflops(dgemm run, int n) {
  double *x = aligned_alloc(64, 3L * n * n * sizeof(double)), seconds;
  for (long i = 0; i < 3L * n * n; i++) x[i] = (i % 17) - 8;
  LEAST(seconds, run(101, 111, 111, n, n, n, 1, x, n, x + (long)n * n, n, 0, x + 2L * n * n, n));
  sink = x[2L * n * n];
  free(x);
  return 2e-9 * n * n * n / seconds;
}

int main(int count, char **names) {
  long sizes[] = {1000, 10000, 100000, 1000000, 10000000};
  printf("{\"triad\":{");
  for (int i = 0; i < 5; i++) printf("%s\"%ld\":%g", i ? "," : "", sizes[i], triad_gigabytes(sizes[i]));
  double seconds;
  LEAST(seconds, sink = add_and_multiply(0.999));
  printf("},\"multiply and add, 128 bits\":%g", 4e-9 * SUMS * ROUNDS / seconds);
#ifdef __FMA__
  LEAST(seconds, sink = fused(0.999));
  printf(",\"fused, 128 bits\":%g", 4e-9 * SUMS * ROUNDS / seconds);
#endif
  printf(",\"libm\":{\"exp\":%g,\"log\":%g,\"tanh\":%g,\"sin\":%g}", nanoseconds_of(exp, -5, 5),
         nanoseconds_of(log, 0.01, 10), nanoseconds_of(tanh, -5, 5), nanoseconds_of(sin, -5, 5));
  /* The names of libraries to try, as the BLAS backend tries them. */
  for (int i = 1; i < count; i++) {
    void *library = dlopen(names[i], RTLD_NOW);
    dgemm run = library ? (dgemm)dlsym(library, "cblas_dgemm") : NULL;
    if (!run) continue;
    int orders[] = {64, 256, 512, 1024};
    printf(",\"blas\":\"%s\",\"dgemm\":{", names[i]);
    for (int k = 0; k < 4; k++) printf("%s\"%d\":%g", k ? "," : "", orders[k], gemm_gigaflops(run, orders[k]));
    printf("}");
    break;
  }
  printf("}\n");
  return 0;
}
