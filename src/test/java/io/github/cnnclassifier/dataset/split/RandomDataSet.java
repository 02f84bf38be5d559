
package io.github.cnnclassifier.dataset.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Small noise images in classes and groups, with exact copies, near copies and,
 * if wished, declared sides. Not thread-safe.
 */
final class RandomDataSet {

	private static final int SIDE = 16;

	private final Random random;
	private final int classes;
	private final int groups;
	private final boolean declared;
	private final List<SurveyedSample> samples = new ArrayList<>();
	private final List<float[]> pictures = new ArrayList<>();

	/**
	 * @param seed of everything
	 * @param groups how many names of groups there are; 0 for none
	 * @param declared whether most samples declare a side
	 */
	RandomDataSet(final long seed, final int groups, final boolean declared) {
		random = new Random(seed);
		classes = 2 + random.nextInt(4);
		this.groups = groups;
		this.declared = declared;
	}

	/** @return all samples so far, after more have been added */
	List<SurveyedSample> grow(final int count) {
		for (int i = 0; i < count; i++) {
			add();
		}
		return List.copyOf(samples);
	}

	private void add() {
		final int label = random.nextInt(classes);
		final int kind = pictures.isEmpty() ? 9 : random.nextInt(10);
		final float[] picture = kind > 1 ? noise() : pictures.get(random.nextInt(
			pictures.size()));
		final float[] values = kind == 1 ? almost(picture) : picture;
		pictures.add(values);
		final Side side = declared && random.nextInt(5) > 0 ? Side.values()[random
			.nextInt(3)] : null;
		// some groups reach over classes
		final String group = groups == 0 || random.nextInt(4) == 0 ? null : random
			.nextInt(8) == 0 ? "shared" + random.nextInt(3) : "group" + label + "-" +
				random.nextInt(groups);
		final String name = "image" + samples.size();
		final SampleImage image = new SampleImage(SIDE, SIDE, 1, false, 8, Pixels
			.of(values), null, name);
		samples.add(SurveyedSample.of(new Sample("class" + label, name, side,
			() -> image, group), image));
	}

	private float[] noise() {
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++) {
			values[i] = random.nextInt(200);
		}
		return values;
	}

	private float[] almost(final float[] picture) {
		final float[] values = picture.clone();
		for (int i = 0; i < values.length; i++) {
			values[i] = Math.round(1.1f * values[i] + random.nextInt(3));
		}
		return values;
	}
}
