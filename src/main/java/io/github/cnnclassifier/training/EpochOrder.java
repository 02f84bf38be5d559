
package io.github.cnnclassifier.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.github.cnnclassifier.dataset.prepare.SampleList;

/** In which order the samples of an epoch come. */
final class EpochOrder {

	private EpochOrder() {}

	/** @return 0 to below size, each once */
	static int[] shuffled(final int size, final SplittableRandom random) {
		final int[] order = new int[size];
		for (int i = 0; i < order.length; i++) {
			final int j = random.nextInt(i + 1);
			order[i] = order[j];
			order[j] = i;
		}
		return order;
	}

	/**
	 * As many as there are samples, in rounds of one sample from each class, so
	 * that every batch is balanced. The samples of a class come in an order drawn
	 * anew each time that all have come.
	 *
	 * @return 0 to below the number of samples, some several times, some never
	 */
	static int[] balanced(final SampleList samples,
		final SplittableRandom random)
	{
		final List<Deck> decks = decks(samples, random);
		final int[] order = new int[samples.size()];
		int[] round = {};
		for (int i = 0; i < order.length; i++) {
			final int turn = i % decks.size();
			if (turn == 0) round = shuffled(decks.size(), random);
			order[i] = decks.get(round[turn]).next();
		}
		return order;
	}

	private static List<Deck> decks(final SampleList samples,
		final SplittableRandom random)
	{
		final List<List<Integer>> classes = new ArrayList<>();
		for (int i = 0; i < samples.labels().size(); i++)
			classes.add(new ArrayList<>());
		for (int i = 0; i < samples.size(); i++)
			classes.get(samples.labelIndex(i)).add(i);
		return classes.stream().filter(c -> !c.isEmpty()).map(c -> new Deck(c,
			random)).toList();
	}

	/** The samples of one class. */
	private static final class Deck {

		private final List<Integer> samples;
		private final SplittableRandom random;
		private int[] order = {};
		private int next;

		private Deck(final List<Integer> samples, final SplittableRandom random) {
			this.samples = samples;
			this.random = random;
		}

		private int next() {
			if (next == order.length) {
				order = shuffled(samples.size(), random);
				next = 0;
			}
			return samples.get(order[next++]);
		}
	}
}
