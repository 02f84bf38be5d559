/**
 * How fast the whole way is, from files to results, beside its parts. Each
 * class is a program of its own, started by hand; the benchmarks' README says
 * how.
 */

package io.github.cnnclassifier.benchmark.whole;
