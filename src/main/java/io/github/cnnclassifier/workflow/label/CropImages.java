
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.github.cnnclassifier.dataset.inspect.Thumbnails;
import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.report.ScreenColors;

/**
 * The pixels of crops. Whole ones are read when they are wanted and not kept;
 * of small copies only so many are, those looked at last. Thread-safe.
 */
final class CropImages {

	/** What 10,000 gray crops, or 3,000 in color, take. */
	private static final long MOST_BYTES = 96L << 20;
	private static final int SHARE_OF_MEMORY = 8;
	/** Tell which values are black and white. */
	private static final int EXAMPLES = 32;

	private final List<Crop> crops;
	private final AtomicReferenceArray<String> problems;
	private final long mostBytes = Math.min(MOST_BYTES, FreeHeap.most() /
		SHARE_OF_MEMORY);
	private final Map<Integer, SampleImage> small = new LinkedHashMap<>(16, 0.75f,
		true);
	private long bytes;
	private final Object examples = new Object();
	private volatile ScreenColors colors;

	CropImages(final List<Crop> crops) {
		this.crops = crops;
		problems = new AtomicReferenceArray<>(crops.size());
	}

	int size() {
		return crops.size();
	}

	Crop crop(final int crop) {
		return crops.get(crop);
	}

	/** @return why it cannot be used, as far as known */
	Optional<String> problem(final int crop) {
		return Optional.ofNullable(problems.get(crop));
	}

	void setProblem(final int crop, final String reason) {
		problems.set(crop, reason);
	}

	/**
	 * @return all of its pixels
	 * @throws IOException with the reason, which is the problem of the crop from
	 *           now on
	 */
	SampleImage read(final int crop) throws IOException {
		final ItemOutcome<SampleImage> read = ItemOutcome.of(crops.get(crop)
			.source()::read);
		if (read.isFailed()) {
			problems.set(crop, read.reason());
			throw new IOException(read.reason());
		}
		keep(crop, read.result());
		return read.result();
	}

	/** @throws IOException as {@link #read} */
	Thumbnail thumbnail(final int crop) throws IOException {
		final SampleImage image = small(crop);
		return new Thumbnail(image.width(), image.height(), colors().of(image));
	}

	private SampleImage small(final int crop) throws IOException {
		synchronized (small) {
			final SampleImage known = small.get(crop);
			if (known != null) return known;
		}
		return keep(crop, read(crop));
	}

	private SampleImage keep(final int crop, final SampleImage image) {
		synchronized (small) {
			final SampleImage known = small.get(crop);
			if (known != null) return known;
		}
		final SampleImage made = Thumbnails.of(image, LabelSession.THUMBNAIL_SIDE);
		synchronized (small) {
			final SampleImage other = small.put(crop, made);
			bytes += size(made) - (other == null ? 0 : size(other));
			final Iterator<Map.Entry<Integer, SampleImage>> eldest = small.entrySet()
				.iterator();
			while (bytes > mostBytes && small.size() > 1) {
				bytes -= size(eldest.next().getValue());
				eldest.remove();
			}
		}
		return made;
	}

	private static long size(final SampleImage image) {
		return image.pixels().sizeInBytes();
	}

	/** The same for all, whichever is looked at first. */
	private ScreenColors colors() {
		if (colors != null) return colors;
		synchronized (examples) {
			if (colors == null) {
				final List<SampleImage> images = new ArrayList<>();
				for (final int crop : spread(crops.size(), EXAMPLES)) {
					final ItemOutcome<SampleImage> image = ItemOutcome.of(() -> small(
						crop));
					if (!image.isFailed()) images.add(image.result());
				}
				colors = new ScreenColors(images);
			}
			return colors;
		}
	}

	/** @return indices spread evenly over all, at most so many */
	static int[] spread(final int all, final int most) {
		final int count = Math.min(all, most);
		final int[] spread = new int[count];
		for (int i = 0; i < count; i++)
			spread[i] = (int) ((i + 0.5) * all / count);
		return spread;
	}
}
