
package io.github.cnnclassifier.dataset.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.TextImages;
import io.github.cnnclassifier.progress.Progress;

/** Which images get a small copy, and what it holds. */
class ThumbnailsTest extends InspectedFolder {

	@Test
	void thumbnailsAreEvenlyChosenAndFewWhereClassesAreMany() {
		final boolean[] few = Thumbnails.choose(samples(3, 1000));
		assertEquals(300, IntStream.range(0, 3000).filter(i -> few[i]).count());
		assertEquals(10, IntStream.range(0, 100).filter(i -> few[i]).count());
		final boolean[] many = Thumbnails.choose(samples(500, 10));
		assertEquals(4000, IntStream.range(0, 5000).filter(i -> many[i]).count());
		final boolean[] all = Thumbnails.choose(samples(2, 7));
		assertTrue(IntStream.range(0, 14).allMatch(i -> all[i]));
	}

	private static List<Sample> samples(final int classes, final int each) {
		return IntStream.range(0, classes * each).mapToObj(i -> new Sample("c" + i /
			each, "n" + i, null, null)).toList();
	}

	@Test
	void thumbnailsKeepValuesAndShape() throws IOException {
		final int[] values = new int[200];
		Arrays.fill(values, 100, 200, 4000);
		TextImages.writeDeep(root.resolve("a/1.img"), 16, values);
		writeText("b/1.img", "2 1 4 8 1 2 3 4 5 6 7 8");
		final List<InspectedImage> images = DataAudit.of(LabeledImages.openAsFound(
			root, new TextImages(), Set.of()), 80, Progress.none()).data().images();
		assertEquals(80, images.get(0).thumbnail().width());
		assertEquals(1, images.get(0).thumbnail().height());
		assertEquals(0, images.get(0).thumbnail().pixels().get(0));
		assertEquals(4000, images.get(0).thumbnail().pixels().get(79));
		assertEquals(3, images.get(1).thumbnail().channels());
		assertEquals(6, images.get(1).thumbnail().pixels().get(5));
	}
}
