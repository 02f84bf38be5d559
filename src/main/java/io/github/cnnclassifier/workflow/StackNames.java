
package io.github.cnnclassifier.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.Prediction;

/** Which samples are planes of one stack that gets one answer. */
public final class StackNames {

	/** No sample belongs to a stack. */
	public static final StackNames NONE = new StackNames(Map.of());

	private final Map<String, String> stacks;

	private StackNames(final Map<String, String> stacks) {
		this.stacks = stacks;
	}

	/**
	 * @param policy null or any; only one of them averages
	 * @param samples of a data set
	 * @return their stacks by the names of the samples
	 */
	public static StackNames of(final PlanePolicy policy,
		final List<Sample> samples)
	{
		if (policy != PlanePolicy.AVERAGE) return NONE;
		final Map<String, String> stacks = new HashMap<>();
		for (final Sample sample : samples) {
			final String stack = sample.source().stack();
			if (stack != null) stacks.put(sample.name(), stack);
		}
		return new StackNames(stacks);
	}

	/**
	 * @param sample name of a sample
	 * @return the name of its stack; null if it is in none
	 */
	public String of(final String sample) {
		return stacks.get(sample);
	}

	/**
	 * @param sample name of a sample
	 * @return the name of its answer: that of its stack, or its own if it is in
	 *         none
	 */
	public String answer(final String sample) {
		return stacks.getOrDefault(sample, sample);
	}

	/**
	 * @param predictions of samples
	 * @return one for each stack, with the mean of the probabilities of its
	 *         planes, and those of the other samples; in the order of the first
	 *         sample of each
	 */
	public List<LabeledPrediction> answers(
		final List<LabeledPrediction> predictions)
	{
		if (stacks.isEmpty()) return predictions;
		final Map<String, List<LabeledPrediction>> answers = new LinkedHashMap<>();
		for (final LabeledPrediction p : predictions)
			answers.computeIfAbsent(answer(p.name()), unused -> new ArrayList<>())
				.add(p);
		return answers.entrySet().stream().map(answer -> new LabeledPrediction(
			answer.getKey(), answer.getValue().get(0).actual(), Prediction.mean(answer
				.getValue().stream().map(LabeledPrediction::prediction).toList())))
			.toList();
	}

	/**
	 * @param samples that could be read
	 * @param failed that could not
	 * @return the samples but those of stacks with a failed plane, whose mean
	 *         would be that of a part only
	 * @throws UserFailure if nothing is left
	 */
	public List<SurveyedSample> whole(final List<SurveyedSample> samples,
		final List<FailedSample> failed)
	{
		final Set<String> broken = new HashSet<>();
		for (final FailedSample sample : failed) {
			final String stack = of(sample.name());
			if (stack != null) broken.add(stack);
		}
		final List<SurveyedSample> whole = samples.stream().filter(s -> !broken
			.contains(of(s.sample().name()))).toList();
		if (whole.isEmpty()) throw new UserFailure(
			"Not a single stack can be read whole. The first failed plane is '" +
				failed.get(0).name() + "': " + failed.get(0).reason());
		return whole;
	}
}
