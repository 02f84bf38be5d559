
package io.github.cnnclassifier.workflow.train;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

import io.github.cnnclassifier.training.ValidationAnswers;

/**
 * A few images that the network is right about now, and a few that it is wrong
 * about: what changed in the last epoch first, then those that it is surest of.
 *
 * @param answers that they are of
 * @param right positions of images among the answers
 * @param wrong positions of images among the answers
 * @param rightInAll how many there are in all
 */
public record LearningExamples(ValidationAnswers answers, List<Integer> right,
		List<Integer> wrong, int rightInAll)
{

	/** Of each kind. */
	public static final int MOST = 8;

	/** Copies the lists. */
	public LearningExamples {
		right = List.copyOf(right);
		wrong = List.copyOf(wrong);
	}

	static LearningExamples of(final ValidationAnswers now,
		final Optional<ValidationAnswers> before)
	{
		// of another run, or of images that are others now
		final Optional<ValidationAnswers> same = before.filter(b -> b
			.samples() == now.samples());
		final int right = (int) IntStream.range(0, now.size()).filter(now::isRight)
			.count();
		return new LearningExamples(now, chosen(now, same, true), chosen(now, same,
			false), right);
	}

	private static List<Integer> chosen(final ValidationAnswers now,
		final Optional<ValidationAnswers> before, final boolean right)
	{
		final Comparator<Integer> changedFirst = Comparator.comparing(i -> before
			.isEmpty() || before.get().isRight(i) == right);
		final Comparator<Integer> order = changedFirst.thenComparing(i -> -now
			.confidences()[i]).thenComparing(Comparator.naturalOrder());
		// a training that has many images does not wait until all are in order
		final PriorityQueue<Integer> first = new PriorityQueue<>(MOST + 1, order
			.reversed());
		for (int i = 0; i < now.size(); i++) {
			if (now.isRight(i) != right) continue;
			first.add(i);
			if (first.size() > MOST) first.poll();
		}
		return first.stream().sorted(order).toList();
	}

	/** @return how many images the network is wrong about */
	public int wrongInAll() {
		return answers.size() - rightInAll;
	}

	/**
	 * @param position of an image among the answers
	 * @return what it is and what it is taken for
	 */
	public String words(final int position) {
		final String actual = answers.labels().get(answers.actual(position));
		final String predicted = answers.labels().get(answers
			.predicted()[position]);
		return answers.samples().name(position) + ": " + (answers.isRight(position)
			? actual : "is " + actual + ", taken for " + predicted) + String.format(
				Locale.ROOT, ", %.0f %% sure", 100 * answers.confidences()[position]);
	}
}
