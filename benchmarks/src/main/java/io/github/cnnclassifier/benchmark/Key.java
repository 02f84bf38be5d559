
package io.github.cnnclassifier.benchmark;

import java.util.Comparator;

/**
 * One row of the results. In order: networks as in the table, fewer threads
 * first, training first, larger batches first.
 */
record Key(String network, String task, int batch, int threads, String system)
		implements
			Comparable<Key>
{

	private static final Comparator<Key> ORDER = Comparator.<Key> comparingInt(
		k -> MeasuredNetwork.labels().indexOf(k.network)).thenComparingInt(
			k -> k.threads).thenComparing(k -> k.task, Comparator.reverseOrder())
		.thenComparing(k -> k.batch, Comparator.reverseOrder()).thenComparingInt(
			k -> Settings.SYSTEMS.indexOf(k.system));

	Key of(final String other) {
		return new Key(network, task, batch, threads, other);
	}

	@Override
	public int compareTo(final Key other) {
		return ORDER.compare(this, other);
	}
}
