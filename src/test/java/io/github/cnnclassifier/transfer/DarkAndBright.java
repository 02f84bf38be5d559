
package io.github.cnnclassifier.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.TrainingImages;
import io.github.cnnclassifier.model.TrainingRecord;

/** A small parent, and images of two classes for it. */
final class DarkAndBright {

	static final int SIDE = 4;
	static final Preprocessing PREPROCESSING = preprocessing(255);

	private DarkAndBright() {}

	static Preprocessing preprocessing(final double most) {
		return new Preprocessing(SIDE, SIDE, 1, ChannelRule.GRAY,
			new IntensityRange(0, most));
	}

	static Parent parent() {
		final ClassifierDescription description = new ClassifierDescription("old",
			new ClassLabels(List.of("a", "b")), new Architecture("old", List.of(
				new Conv(4, 3, 1, 1, true), new Relu(), new GlobalAveragePool(),
				new Dense(0))), PREPROCESSING, PlanePolicy.EACH, TrainingImages
					.ofBitDepth(8), new TrainingRecord(1, Map.of(), 0, List.of(),
						new DatasetRecord("", "none", Map.of(), Map.of()), Map.of(),
						"2026-01-31T12:00:00Z"), Map.of());
		return new Parent("old.zip", "0123456789abcdef", new SavedClassifier(
			description, RandomWeights.of(description.networkSpec(), 5)));
	}

	static Transfer transfer() {
		return Transfer.of(parent(), new InputShape(1, SIDE, SIDE), 2);
	}

	/** Dark ones and bright ones in turns; each number is another image. */
	static SampleList samples(final int from, final int to) {
		return samples(from, to, PREPROCESSING);
	}

	static SampleList samples(final int from, final int to,
		final Preprocessing preprocessing)
	{
		final List<SurveyedSample> samples = new ArrayList<>();
		for (int i = from; i < to; i++) {
			final float[] values = new float[SIDE * SIDE];
			for (int p = 0; p < values.length; p++)
				values[p] = i % 2 * 100 + (i * 7 + p * 3) % 50;
			final SampleImage image = new SampleImage(SIDE, SIDE, 1, false, 8, Pixels
				.of(values), null, "image " + i);
			samples.add(new SurveyedSample(new Sample(i % 2 == 0 ? "dark" : "bright",
				"image " + i, null, () -> image), "hash" + i, SIDE, SIDE, 1, false, 8,
				null, 0, 255));
		}
		return SampleList.of(samples, List.of("dark", "bright"), preprocessing, 0);
	}
}
