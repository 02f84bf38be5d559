
package io.github.cnnclassifier.dataset;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the last few things that were read. Two threads that want the same
 * thing at the same time read it once; where memory is short, things are
 * forgotten early. Thread-safe.
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

	private final Reading<K, V> reading;
	private final Map<K, Slot> slots;

	RecentlyRead(final int kept, final Reading<K, V> reading) {
		this.reading = reading;
		slots = new LinkedHashMap<>(16, 0.75f, true) {

			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(final Map.Entry<K, Slot> eldest) {
				return size() > kept;
			}
		};
	}

	V get(final K key) throws IOException {
		final Slot slot;
		synchronized (slots) {
			slot = slots.computeIfAbsent(key, unused -> new Slot());
		}
		return slot.get(key);
	}

	private final class Slot {

		private SoftReference<V> thing = new SoftReference<>(null);

		synchronized V get(final K key) throws IOException {
			final V known = thing.get();
			if (known != null) return known;
			final V read = reading.read(key);
			thing = new SoftReference<>(read);
			return read;
		}
	}
}
