
package io.github.cnnclassifier.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/** Wrong labels that were planted are found, in made-up predictions. */
class LikelyWrongLabelsTest {

	/** Images of each class; the last one is rare. */
	private static final int[] IMAGES = { 400, 300, 250, 200, 40 };

	private static final ClassLabels LABELS = new ClassLabels(IntStream.range(0,
		IMAGES.length).mapToObj(c -> "class " + c).toList());

	private final List<HeldOutPrediction> rows = new ArrayList<>();
	private final Map<String, Integer> wrong = new HashMap<>();

	/**
	 * @param clear how far classes are apart: their probabilities are those of
	 *          gaussian noise around a vote for the true class
	 * @param share of labels that are moved to any other class
	 */
	private void make(final double clear, final double share, final long seed) {
		final Random random = new Random(seed);
		for (int c = 0; c < IMAGES.length; c++)
			for (int i = 0; i < IMAGES[c]; i++) {
				final String name = c + "/" + i;
				// at least two of the rare class
				final boolean planted = i < Math.round(share * IMAGES[c]);
				final int given = planted ? (c + 1 + random.nextInt(IMAGES.length -
					1)) % IMAGES.length : c;
				if (planted) wrong.put(name, c);
				rows.add(new HeldOutPrediction(1, 1 + i % 5, "", new LabeledPrediction(
					name, given, prediction(random, c, clear))));
			}
		Collections.shuffle(rows, random);
	}

	/** Three times as sure as it should be, as networks are. */
	private static Prediction prediction(final Random random, final int label,
		final double clear)
	{
		final double[] votes = new double[IMAGES.length];
		double sum = 0;
		for (int c = 0; c < votes.length; c++) {
			votes[c] = Math.exp(3 * ((c == label ? clear : 0) + random
				.nextGaussian()));
			sum += votes[c];
		}
		final float[] p = new float[votes.length];
		for (int c = 0; c < p.length; c++)
			p[c] = Math.round(10_000 * votes[c] / sum) / 10_000f;
		return new Prediction(p);
	}

	private List<LikelyWrongLabel> found() {
		return LikelyWrongLabels.of(LABELS, rows);
	}

	@ParameterizedTest
	@CsvSource({ "4,1", "4,2", "3.5,3", "5,4", "5,5" })
	void plantedLabelsAreFoundAndAtMostHalfTheListIsFalse(final double clear,
		final long seed)
	{
		make(clear, 0.05, seed);
		final List<LikelyWrongLabel> found = found();
		final Set<String> names = found.stream().map(LikelyWrongLabel::name)
			.collect(Collectors.toSet());
		final Set<String> hits = new HashSet<>(names);
		hits.retainAll(wrong.keySet());
		assertTrue(hits.size() >= 0.7 * wrong.size(), hits.size() + " of " + wrong
			.size());
		assertTrue(hits.size() >= 0.5 * names.size(), hits.size() + " in " + names
			.size());
		assertTrue(hits.contains("4/0") || hits.contains("4/1"), "a rare one");
		assertTrue(found.stream().filter(f -> f.given() == 4 && wrong.containsKey(f
			.name())).count() >= 0.7 * rows.stream().filter(r -> r.labeled()
				.actual() == 4 && wrong.containsKey(r.labeled().name())).count(),
			"what was taken for the rare class");
	}

	@Test
	void suggestsTheTrueClassAndTheLikeliestComesFirst() {
		make(5, 0.05, 6);
		final List<LikelyWrongLabel> found = found();
		assertTrue(wrong.containsKey(found.get(0).name()));
		assertEquals(wrong.get(found.get(0).name()), found.get(0).suggested());
		double before = 1;
		for (int i = 0; i < found.size(); i++) {
			final LikelyWrongLabel label = found.get(i);
			assertEquals(i + 1, label.rank());
			assertTrue(label.score() <= before && label.score() > 0, label
				.toString());
			assertTrue(label.given() != label.suggested());
			before = label.score();
		}
	}

	@Test
	void rightLabelsGiveAShortList() {
		make(4, 0, 7);
		assertTrue(found().size() <= 12, "" + found().size());
	}

	@Test
	void theSamePredictionsGiveTheSameListInWhateverOrder() {
		make(4, 0.05, 8);
		final List<LikelyWrongLabel> found = found();
		assertEquals(found, found());
		Collections.shuffle(rows, new Random(1));
		assertEquals(found.stream().map(LikelyWrongLabel::name).collect(Collectors
			.toSet()), found().stream().map(LikelyWrongLabel::name).collect(Collectors
				.toSet()));
	}

	@Test
	void repeatsCountOnceWithTheirMean() {
		make(4, 0.05, 9);
		final List<LikelyWrongLabel> once = found();
		final List<HeldOutPrediction> first = List.copyOf(rows);
		first.forEach(row -> rows.add(new HeldOutPrediction(2, row.fold(), row
			.group(), row.labeled())));
		assertEquals(once, found());
	}

	@Test
	void equalScoresStayInTheOrderOfTheImages() {
		for (int i = 0; i < 40; i++)
			rows.add(new HeldOutPrediction(1, 1, "", new LabeledPrediction("right" +
				i, i % 5, sure(i % 5))));
		for (int i = 0; i < 3; i++)
			rows.add(new HeldOutPrediction(1, 1, "well", new LabeledPrediction(
				"wrong" + i, 1, sure(3))));
		final List<LikelyWrongLabel> found = found();
		assertEquals(List.of("wrong0", "wrong1", "wrong2"), found.stream().map(
			LikelyWrongLabel::name).toList());
		assertEquals("well", found.get(0).group());
		assertEquals(3, found.get(0).suggested());
	}

	private static Prediction sure(final int label) {
		final float[] p = new float[IMAGES.length];
		p[label] = 1;
		return new Prediction(p);
	}

	@Test
	void anImageThatIsListedWithTwoClassesHasOneWrongLabel() {
		assertEquals(List.of(), found());
		for (int i = 0; i < 40; i++)
			rows.add(new HeldOutPrediction(1, 1, "", new LabeledPrediction("right" +
				i, i % 5, sure(i % 5))));
		for (int i = 1; i < 3; i++)
			rows.add(new HeldOutPrediction(1, 1, "", new LabeledPrediction("twice", i,
				sure(1))));
		final List<LikelyWrongLabel> found = found();
		assertEquals(List.of("twice"), found.stream().map(LikelyWrongLabel::name)
			.toList());
		assertEquals(2, found.get(0).given());
	}
}
