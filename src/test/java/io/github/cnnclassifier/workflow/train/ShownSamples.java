
package io.github.cnnclassifier.workflow.train;

import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;

/** Small images in memory to show, named by class and number. */
public final class ShownSamples {

	public static final int WIDTH = 8;

	private ShownSamples() {}

	/**
	 * @param labels names of the classes
	 * @param classes of each image its 0-based label index
	 */
	public static SampleList of(final List<String> labels, final int... classes) {
		final List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < classes.length; i++) {
			final String name = labels.get(classes[i]) + i;
			final float[] values = new float[WIDTH * WIDTH];
			for (int p = 0; p < values.length; p++)
				values[p] = (p * (i + 3) + 40 * classes[i]) % 256;
			samples.add(new Sample(labels.get(classes[i]), name, Side.VALIDATION,
				() -> new SampleImage(WIDTH, WIDTH, 1, false, 8, Pixels.of(values),
					null, name)));
		}
		return SampleList.of(Survey.of(new LabeledImages("memory", labels, samples,
			List.of()), Progress.none()).samples(), labels, new Preprocessing(WIDTH,
				WIDTH, 1, ChannelRule.GRAY, new IntensityRange(0, 255)), 1 << 20);
	}
}
