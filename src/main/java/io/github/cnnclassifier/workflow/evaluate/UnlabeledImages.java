
package io.github.cnnclassifier.workflow.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.evaluation.UnlabeledPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.inference.AveragingSink;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.inference.InputSource;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.FailedImages;
import io.github.cnnclassifier.workflow.StackNames;

/**
 * Predictions of images that nobody has given a class.
 *
 * @param predictions in the order of the images, at least one
 * @param failed images without a prediction
 */
record UnlabeledImages(List<UnlabeledPrediction> predictions,
		List<FailedSample> failed)
{

	/**
	 * @param classifier for the images
	 * @param images without classes
	 * @param stacks that get one answer
	 * @param progress shows and cancels
	 * @throws UserFailure if not a single image could be predicted
	 */
	static UnlabeledImages of(final Classifier classifier,
		final LabeledImages images, final StackNames stacks,
		final Progress progress)
	{
		final List<Sample> samples = images.samples();
		final Collector collector = new Collector();
		final AveragingSink sink = new AveragingSink(collector, i -> stacks.of(
			samples.get(i).name()));
		try {
			classifier.classify(samples.stream().map(Source::new).toList(), sink,
				progress);
			sink.finish();
		}
		catch (final IOException e) {
			// what collects is in memory
			throw new UncheckedIOException(e);
		}
		if (collector.predictions.isEmpty()) throw collector.ofAll();
		return new UnlabeledImages(collector.predictions, collector.failed());
	}

	private record Source(Sample sample) implements InputSource {

		@Override
		public String name() {
			return sample.name();
		}

		@Override
		public float[] input(final Preprocessing preprocessing) throws IOException {
			return preprocessing.apply(sample.source().read());
		}
	}

	private static final class Collector extends FailedImages {

		private final List<UnlabeledPrediction> predictions = new ArrayList<>();

		Collector() {
			super(index -> "");
		}

		@Override
		public void classified(final int index, final String name,
			final Prediction prediction)
		{
			predictions.add(new UnlabeledPrediction(name, prediction));
		}
	}
}
