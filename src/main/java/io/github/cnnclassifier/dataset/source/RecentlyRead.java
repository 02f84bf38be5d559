
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Remembers what was read last, as much as a limit allows. Two threads that
 * want the same thing at the same time read it once; where memory is short,
 * things are forgotten early. Thread-safe.
 *
 * @param <K> names a thing
 * @param <V> the thing
 */
final class RecentlyRead<K, V> {

	/** Reads a thing. */
	@FunctionalInterface
	interface Reading<K, V> {

		V read(K key) throws IOException;
	}

	private final int least;
	private final long limit;
	private final ToLongFunction<V> size;
	private final Reading<K, V> reading;
	private final Map<K, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);
	private long total;

	/**
	 * @param least how many things are remembered whatever their size
	 * @param limit of the sum of sizes beyond that
	 * @param size of a thing
	 * @param reading of a thing
	 */
	RecentlyRead(final int least, final long limit, final ToLongFunction<V> size,
		final Reading<K, V> reading)
	{
		this.least = least;
		this.limit = limit;
		this.size = size;
		this.reading = reading;
	}

	V get(final K key) throws IOException {
		final Slot slot;
		synchronized (slots) {
			slot = slots.computeIfAbsent(key, unused -> new Slot());
		}
		final V thing = slot.get(key);
		synchronized (slots) {
			// another thread may have dropped the slot in the meantime
			if (slots.get(key) == slot) account(slot, size.applyAsLong(thing));
		}
		return thing;
	}

	private void account(final Slot slot, final long bytes) {
		total += bytes - slot.size;
		slot.size = bytes;
		final Iterator<Slot> eldest = slots.values().iterator();
		while (total > limit && slots.size() > least) {
			total -= eldest.next().size;
			eldest.remove();
		}
	}

	private final class Slot {

		private SoftReference<V> thing = new SoftReference<>(null);
		private long size;

		synchronized V get(final K key) throws IOException {
			final V known = thing.get();
			if (known != null) return known;
			final V read = reading.read(key);
			thing = new SoftReference<>(read);
			return read;
		}
	}
}
