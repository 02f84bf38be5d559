
package io.github.cnnclassifier.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.training.LearningRateSchedule.Constant;
import io.github.cnnclassifier.training.LearningRateSchedule.Cosine;
import io.github.cnnclassifier.training.LearningRateSchedule.OneCycle;
import io.github.cnnclassifier.training.LearningRateSchedule.Step;

/** Learning rate schedules by their words in keys and model files. */
public final class Schedules {

	static final String COSINE = "cosine";
	static final String CONSTANT = "constant";
	static final String STEP = "step";
	static final String ONE_CYCLE = "one-cycle";

	private static final Map<String, LearningRateSchedule> BY_LABEL =
		new LinkedHashMap<>();
	static {
		BY_LABEL.put(COSINE, Cosine.DEFAULT);
		BY_LABEL.put(CONSTANT, new Constant());
		BY_LABEL.put(STEP, Step.DEFAULT);
		BY_LABEL.put(ONE_CYCLE, OneCycle.DEFAULT);
	}

	private Schedules() {}

	/** @return all words, the default first */
	public static List<String> labels() {
		return List.copyOf(BY_LABEL.keySet());
	}

	/**
	 * @param label one of {@link #labels()}
	 * @return the schedule of that kind with its usual numbers
	 * @throws WrongUsage if there is none of that name
	 */
	public static LearningRateSchedule parse(final String label) {
		final LearningRateSchedule schedule = BY_LABEL.get(label);
		if (schedule == null) throw new WrongUsage(
			"Expected schedule to be one of " + String.join(", ", labels()) +
				", found '" + Legible.quote(label) + "'.");
		return schedule;
	}

	/**
	 * @param schedule any
	 * @return the word for its kind
	 */
	public static String label(final LearningRateSchedule schedule) {
		return BY_LABEL.entrySet().stream().filter(e -> e.getValue()
			.getClass() == schedule.getClass()).findFirst().orElseThrow().getKey();
	}
}
