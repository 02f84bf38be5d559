
package io.github.cnnclassifier.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.evaluation.EvaluatedImage;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.inference.AveragingSink;
import io.github.cnnclassifier.inference.Classifier;
import io.github.cnnclassifier.inference.InputSource;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;

/**
 * Predictions of labeled samples.
 *
 * @param result of the samples that could be predicted, at least one
 * @param failed the others
 */
public record Predictions(EvaluationResult result, List<FailedSample> failed) {

	/**
	 * @param classifier whose preprocessing made the inputs of the samples
	 * @param samples at least one, whose label indices are those of the
	 *          classifier
	 * @param stacks that get one answer
	 * @param progress shows and cancels
	 * @return predictions and failures in the order of the samples
	 * @throws UserFailure if not a single sample could be predicted
	 */
	public static Predictions of(final Classifier classifier,
		final SampleList samples, final StackNames stacks, final Progress progress)
	{
		final ClassLabels labels = classifier.labels();
		final Collector collector = new Collector(labels, samples);
		final AveragingSink sink = new AveragingSink(collector, i -> stacks.of(
			samples.name(i)));
		try {
			classifier.classify(IntStream.range(0, samples.size()).mapToObj(
				i -> source(samples, i)).toList(), sink, progress);
			sink.finish();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		if (collector.predictions.isEmpty()) throw collector.ofAll();
		return new Predictions(new EvaluationResult(labels, collector.predictions),
			collector.failed());
	}

	/**
	 * @param surveyed the samples that were predicted, and perhaps others
	 * @param stacks that got one answer; it has group and side of its planes
	 * @param grouping which samples depend on each other
	 * @param trained names of the samples that were learned from
	 * @return the predictions with what is known of their images
	 */
	public List<EvaluatedImage> images(final List<SurveyedSample> surveyed,
		final StackNames stacks, final Grouping grouping, final Set<String> trained)
	{
		final Map<String, String> groups = new HashMap<>();
		final Set<String> known = new HashSet<>();
		for (final SurveyedSample one : surveyed) {
			final Sample sample = one.sample();
			final String name = stacks.answer(sample.name());
			final String group = grouping.groupOf(sample);
			if (group != null) groups.put(name, group);
			if (trained.contains(sample.name())) known.add(name);
		}
		return result.predictions().stream().map(p -> new EvaluatedImage(p, groups
			.getOrDefault(p.name(), ""), known.contains(p.name()))).toList();
	}

	private static InputSource source(final SampleList samples, final int i) {
		return new InputSource() {

			@Override
			public String name() {
				return samples.name(i);
			}

			@Override
			public float[] input(final Preprocessing preprocessing)
				throws IOException
			{
				// prepared before
				return samples.input(i);
			}
		};
	}

	private static final class Collector extends FailedImages {

		private final SampleList samples;
		private final List<LabeledPrediction> predictions = new ArrayList<>();

		Collector(final ClassLabels labels, final SampleList samples) {
			super(index -> labels.name(samples.labelIndex(index)));
			this.samples = samples;
		}

		@Override
		public void classified(final int index, final String name,
			final Prediction prediction)
		{
			predictions.add(new LabeledPrediction(name, samples.labelIndex(index),
				prediction));
		}
	}
}
