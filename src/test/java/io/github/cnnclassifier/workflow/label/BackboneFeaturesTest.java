
package io.github.cnnclassifier.workflow.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;

/** Features of crops of all kinds, by the backbone that comes along. */
class BackboneFeaturesTest {

	private static final int FEATURES = 160;

	private final Map<Integer, float[]> computed = new TreeMap<>();
	private final Map<Integer, String> failed = new TreeMap<>();

	private void compute(final int crops, final IntFunction<SampleImage> of)
		throws IOException
	{
		final List<Crop> all = new ArrayList<>();
		for (int i = 0; i < crops; i++) {
			final int index = i;
			all.add(new Crop("crop " + i, "crop", null, "", () -> {
				final SampleImage image = of.apply(index);
				if (image == null) throw new IOException("It is broken.");
				return image;
			}, null));
		}
		new BackboneFeatures(new Dl4jEngine()).compute(new CropImages(all),
			IntStream.range(0, crops).toArray(), new CropFeatures.Sink()
			{

				@Override
				public void computed(final int crop, final float[] features) {
					computed.put(crop, features);
				}

				@Override
				public void failed(final int crop, final String reason) {
					failed.put(crop, reason);
				}
			}, Progress.none());
	}

	/** A disk, bright or dark, whose size is that of its index. */
	private static SampleImage disk(final int index, final int channels,
		final boolean rgb, final int bitDepth, final float bright)
	{
		final int side = 24 + index;
		final float[] values = new float[channels * side * side];
		for (int i = 0; i < values.length; i++) {
			final int x = i % side - side / 2;
			final int y = i / side % side - side / 2;
			values[i] = x * x + y * y < (index % 2 == 0 ? 30 : 90) ? bright : 1;
		}
		return new SampleImage(side, side, channels, rgb, bitDepth, Pixels.of(
			values), null, "disk");
	}

	@Test
	void sixteenBitCropsOfAnySizeHaveFeaturesAndABrokenOneAReason()
		throws IOException
	{
		compute(6, i -> i == 3 ? null : disk(i, 1, false, 16, 4000));
		assertEquals(5, computed.size());
		assertEquals(Map.of(3, "It is broken."), failed);
		computed.values().forEach(f -> assertEquals(FEATURES, f.length));
	}

	@Test
	void eachOfManyChannelsHasItsFeatures() throws IOException {
		compute(2, i -> disk(i, 5, false, 16, 900));
		computed.values().forEach(f -> assertEquals(5 * FEATURES, f.length));
		assertEquals(2, computed.size());
	}

	@Test
	void grayAndColorAreBothColor() throws IOException {
		compute(4, i -> disk(i, i < 2 ? 1 : 3, i >= 2, 8, 200));
		assertEquals(Map.of(), failed);
		computed.values().forEach(f -> assertEquals(3 * FEATURES, f.length));
	}

	@Test
	void ofMoreChannelsThanAnInputHasTheFirstAreTaken() throws IOException {
		compute(2, i -> disk(i, 18, false, 8, 200));
		assertEquals(Map.of(), failed);
		computed.values().forEach(f -> assertEquals(16 * FEATURES, f.length));
	}

	@Test
	void aCropThatIsMuchBrighterThanTheExamplesIsNotRefused() throws IOException {
		// of 200 crops 64 are examples; this one is none of them
		compute(200, i -> disk(i % 2, 1, false, 16, i == 2 ? 60000 : 20));
		assertEquals(Map.of(), failed);
		assertEquals(200, computed.size());
	}

	@Test
	void ofNothingButBrokenCropsEachHasItsReason() throws IOException {
		compute(3, i -> null);
		assertEquals(List.of("It is broken.", "It is broken.", "It is broken."),
			List.copyOf(failed.values()));
		assertTrue(computed.isEmpty());
	}
}
