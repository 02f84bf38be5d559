
package io.github.cnnclassifier.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.report.HeldOutRow;

/**
 * Images that one of many trainings is not given, as answers: there is one for
 * an image, or for a stack.
 *
 * @param samples that are held out, in order; copied
 * @param stacks that get one answer
 */
public record HeldOutImages(List<SurveyedSample> samples, StackNames stacks) {

	/** Copies the list. */
	public HeldOutImages {
		samples = List.copyOf(samples);
	}

	/** @return the names of the answers that are expected, in order */
	public List<String> answers() {
		return samples.stream().map(this::answer).distinct().toList();
	}

	private String answer(final SurveyedSample sample) {
		return stacks.answer(sample.sample().name());
	}

	/**
	 * @param what is told of a sample; the last one of a stack counts
	 * @return the same by the name of the answer
	 */
	public Map<String, String> byAnswer(
		final Function<SurveyedSample, String> what)
	{
		final Map<String, String> told = new HashMap<>();
		samples.forEach(sample -> told.put(answer(sample), what.apply(sample)));
		return told;
	}

	/**
	 * @param part of the run
	 * @param predictions of these images
	 * @param labels that the classes of the predictions are numbers of
	 * @param groups of each answer what it is held out with
	 * @return a row for each prediction, and for each image that has none
	 */
	public List<HeldOutRow> rows(final PartialRows.Part part,
		final Predictions predictions, final List<String> labels,
		final Map<String, String> groups)
	{
		final List<HeldOutRow> rows = new ArrayList<>();
		predictions.result().predictions().forEach(p -> rows.add(new HeldOutRow(p
			.name(), groups.get(p.name()), part.repeat(), part.number(), labels.get(p
				.actual()), Optional.of(p.prediction()), "")));
		predictions.failed().forEach(failed -> rows.add(new HeldOutRow(failed
			.name(), groups.get(stacks.answer(failed.name())), part.repeat(), part
				.number(), failed.label(), Optional.empty(), failed.reason())));
		return rows;
	}
}
