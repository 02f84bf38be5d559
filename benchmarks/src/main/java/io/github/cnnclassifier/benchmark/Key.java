
package io.github.cnnclassifier.benchmark;

/** One row of the results. */
record Key(String network, String task, int batch, int threads, String system) {

	Key of(final String other) {
		return new Key(network, task, batch, threads, other);
	}
}
