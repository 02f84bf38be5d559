
package io.github.cnnclassifier.transfer;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import io.github.cnnclassifier.augment.Change;
import io.github.cnnclassifier.image.Preprocessing;

/**
 * Rows of features, kept as far as there is room: where it runs out, those of
 * the kind that nobody has asked for longest go first. Not thread-safe.
 */
final class KeptRows {

	/**
	 * All that decides the features of an image, beside the image itself.
	 *
	 * @param parent fingerprint of the model whose layers give them
	 * @param preprocessing makes the inputs
	 * @param changes of the inputs; empty for the images as they are
	 * @param seed of the changes; 0 where there are none
	 */
	record Kind(String parent, Preprocessing preprocessing,
			Map<Change, Double> changes, long seed)
	{
	}

	/**
	 * What a row is of.
	 *
	 * @param image its name, as the content hash does not tell pixel sizes
	 * @param contentHash of the image
	 * @param number of the view, 0 for the image as it is
	 */
	record View(String image, String contentHash, int number) {
	}

	/** Of the objects around a row, about. */
	private static final long OVERHEAD_BYTES = 200;

	private final LongSupplier room;
	/** In the order in which they were last asked for. */
	private final Map<Kind, Map<View, float[]>> kinds = new LinkedHashMap<>(16,
		0.75f, true);
	private long most = -1;
	private long bytes;

	/** @param room in bytes; asked once, when the first row is kept */
	KeptRows(final LongSupplier room) {
		this.room = room;
	}

	/** @return the row, only to be read; null if it is not kept */
	float[] get(final Kind kind, final View view) {
		final Map<View, float[]> rows = kinds.get(kind);
		return rows == null ? null : rows.get(view);
	}

	/** Keeps a row that is not kept yet, if there is room or can be made. */
	void keep(final Kind kind, final View view, final float[] row) {
		if (most < 0) most = room.getAsLong();
		final Map<View, float[]> rows = kinds.computeIfAbsent(kind,
			unused -> new HashMap<>());
		final long more = bytes(row);
		dropOthers(kind, most - more);
		if (bytes + more > most) return;
		rows.put(view, row);
		bytes += more;
	}

	private void dropOthers(final Kind kind, final long enough) {
		final Iterator<Map.Entry<Kind, Map<View, float[]>>> oldest = kinds
			.entrySet().iterator();
		while (bytes > enough && oldest.hasNext()) {
			final Map.Entry<Kind, Map<View, float[]>> entry = oldest.next();
			if (entry.getKey().equals(kind)) continue;
			for (final float[] row : entry.getValue().values())
				bytes -= bytes(row);
			oldest.remove();
		}
	}

	private static long bytes(final float[] row) {
		return 4L * row.length + OVERHEAD_BYTES;
	}

	/** @return bytes that are kept now, about */
	long bytes() {
		return bytes;
	}
}
