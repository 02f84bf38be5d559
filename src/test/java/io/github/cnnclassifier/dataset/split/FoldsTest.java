
package io.github.cnnclassifier.dataset.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.SampleSource;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSamples;
import io.github.cnnclassifier.failure.UnusableClass;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.random.SeedTree;

/** Folds of a cross-validation: what holds for every data set, and for some. */
class FoldsTest {

	private static final int RUNS = 200;
	private static final SplitRules RULES = new SplitRules(new Grouping("column",
		"By column.", Sample::group), false);
	private static final FoldRule FIVE = new FoldRule(5, false, 1);
	private static final FoldRule GROUPS = new FoldRule(5, true, 1);

	private static Folds folds(final List<SurveyedSample> samples,
		final FoldRule rule, final long seed)
	{
		return Folds.of(samples, SurveyedSamples.near(samples), rule, RULES,
			new SeedTree(seed));
	}

	/** Images of a class, each in a group of its own or in that of its number. */
	private static List<SurveyedSample> images(final String label,
		final int count, final int groups)
	{
		final List<SurveyedSample> images = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final String name = label + "/" + i;
			images.add(new SurveyedSample(new Sample(label, name, null, () -> {
				throw new IllegalStateException("not to be read");
			}, groups == 0 ? null : "mouse" + i % groups), name, 1, 1, 1, false, 8,
				null, 0, 255));
		}
		return images;
	}

	@SafeVarargs
	private static List<SurveyedSample> all(
		final List<SurveyedSample>... classes)
	{
		final List<SurveyedSample> all = new ArrayList<>();
		for (final List<SurveyedSample> images : classes)
			all.addAll(images);
		return all;
	}

	private static List<List<String>> heldOut(final Folds folds,
		final List<SurveyedSample> samples)
	{
		return folds.folds().stream().map(fold -> fold.heldOut(samples).stream()
			.map(s -> s.sample().name()).sorted().toList()).toList();
	}

	@Test
	void
		everyImageIsHeldOutOnceInEachRepeatAndNothingThatBelongsTogetherIsDivided()
	{
		int divided = 0;
		int near = 0;
		for (int run = 0; run < RUNS; run++) {
			final List<SurveyedSample> samples = new RandomDataSet(run, run % 3 * 4,
				false).grow(40 + 40 * (run % 3));
			final Folds folds;
			try {
				folds = folds(samples, new FoldRule(2 + run % 4, false, 2), run);
			}
			catch (final UserFailure e) {
				// a class hangs together as a whole
				continue;
			}
			divided++;
			near += SurveyedSamples.near(samples).groups().size();
			requireAPartition(folds, samples, 1);
			requireAPartition(folds, samples, 2);
			final List<SurveyedSample> shuffled = new ArrayList<>(samples);
			Collections.shuffle(shuffled, new Random(run));
			assertEquals(heldOut(folds, samples), heldOut(folds(shuffled,
				new FoldRule(2 + run % 4, false, 2), run), samples));
		}
		assertTrue(divided > RUNS / 2, divided + " data sets could be divided");
		assertTrue(near > RUNS, near + " sets of near duplicates");
	}

	private static void requireAPartition(final Folds folds,
		final List<SurveyedSample> samples, final int repeat)
	{
		final Map<String, Integer> foldOf = new HashMap<>();
		final Map<String, Integer> foldOfGroup = new HashMap<>();
		for (final Fold fold : folds.folds()) {
			if (fold.repeat() != repeat) continue;
			final List<SurveyedSample> heldOut = fold.heldOut(samples);
			assertFalse(heldOut.isEmpty());
			for (final SurveyedSample sample : heldOut) {
				final Integer other = foldOf.put(sample.sample().name(), fold.number());
				assertEquals(null, other, "in two folds");
				final String group = sample.sample().group();
				if (group != null) assertEquals(fold.number(), foldOfGroup
					.computeIfAbsent(group, unused -> fold.number()));
			}
			requireLearningWithoutThem(fold, samples);
		}
		assertEquals(samples.size(), foldOf.size());
		for (final List<SurveyedSample> copies : SurveyedSamples.near(samples)
			.groups())
			assertEquals(1, copies.stream().map(s -> foldOf.get(s.sample().name()))
				.distinct().count());
	}

	private static void requireLearningWithoutThem(final Fold fold,
		final List<SurveyedSample> samples)
	{
		final Split learning = fold.learning();
		fold.heldOut(samples).forEach(s -> assertEquals(null, learning.sideOf(s
			.contentHash())));
		final List<SurveyedSample> others = fold.learned(samples);
		assertEquals(samples.size() - fold.heldOut(samples).size(), others.size());
		others.forEach(s -> assertNotEquals(null, learning.sideOf(s
			.contentHash())));
		assertEquals(List.of(), learning.select(others, Side.TEST));
		final Map<String, Side> sideOfGroup = new HashMap<>();
		for (final SurveyedSample sample : others) {
			final String group = sample.sample().group();
			final Side side = learning.sideOf(sample.contentHash());
			if (group != null) assertEquals(side, sideOfGroup.computeIfAbsent(group,
				unused -> side));
		}
		assertEquals(labels(others), labels(learning.select(others, Side.TRAINING)),
			"each class that is there is learned");
	}

	private static Set<String> labels(final List<SurveyedSample> samples) {
		return samples.stream().map(s -> s.sample().label()).collect(Collectors
			.toCollection(TreeSet::new));
	}

	private static List<Long> counts(final Folds folds,
		final List<SurveyedSample> samples, final String label)
	{
		return folds.folds().stream().map(fold -> fold.heldOut(samples).stream()
			.filter(s -> s.sample().label().equals(label)).count()).toList();
	}

	private static void requireEven(final List<Long> counts, final long apart) {
		assertTrue(Collections.max(counts) - Collections.min(counts) <= apart,
			counts.toString());
	}

	@Test
	void classesAreDividedAsEvenlyAsTheyCanBe() {
		for (int seed = 0; seed < 20; seed++) {
			final List<SurveyedSample> samples = all(images("a", 23, 0), images("b",
				11, 0), images("c", 57, 0));
			final Folds folds = folds(samples, FIVE, seed);
			assertEquals(5, folds.folds().size());
			for (final String label : List.of("a", "b", "c"))
				requireEven(counts(folds, samples, label), 1);
			requireEven(folds.folds().stream().map(fold -> (long) fold.heldOut(
				samples).size()).toList(), 2);
		}
	}

	@Test
	void classesOfGroupsAreDividedAlikeWhereGroupsAreAlike() {
		final List<SurveyedSample> samples = all(images("a", 60, 15), images("b",
			30, 15));
		final Folds folds = folds(samples, FIVE, 3);
		assertEquals(List.of(12L, 12L, 12L, 12L, 12L), counts(folds, samples, "a"));
		assertEquals(List.of(6L, 6L, 6L, 6L, 6L), counts(folds, samples, "b"));
	}

	@Test
	void groupsOfOtherSizesAreSpreadSoThatNoFoldHasTwiceAsMany() {
		for (int run = 0; run < 20; run++) {
			final Random random = new Random(run);
			final List<SurveyedSample> samples = new ArrayList<>();
			for (int group = 0; group < 40; group++) {
				for (int i = 1 + random.nextInt(9); i > 0; i--) {
					final String label = random.nextInt(4) == 0 ? "rare" : "common";
					final String name = label + "/" + samples.size();
					samples.add(new SurveyedSample(new Sample(label, name, null, () -> {
						throw new IllegalStateException("not to be read");
					}, "group" + group), name, 1, 1, 1, false, 8, null, 0, 255));
				}
			}
			final Folds folds = folds(samples, FIVE, run);
			requireEven(counts(folds, samples, "common"), 3);
			requireEven(counts(folds, samples, "rare"), 3);
		}
	}

	@Test
	void aSmallClassIsNamedAndThereAreFewerFolds() {
		final List<SurveyedSample> samples = all(images("a", 20, 0), images("b", 3,
			0), images("c", 4, 0));
		final Folds folds = folds(samples, FIVE, 1);
		assertEquals(3, folds.folds().size());
		assertTrue(folds.messages().contains(
			"The classes 'b' (3), 'c' (4) have fewer different images than the 5 " +
				"folds that were asked for, so 3 folds are made. Add different images, " +
				"or leave such a class out with exclude, for more folds."), folds
					.messages().toString());
		requireEven(counts(folds, samples, "b"), 0);
		assertEquals(20, folds(all(images("a", 20, 0), images("b", 20, 0)),
			new FoldRule(1000, false, 1), 1).folds().size());
	}

	@Test
	void aClassOfTwoImagesIsLearnedInBothFolds() {
		final List<SurveyedSample> samples = all(images("a", 20, 0), images("b", 2,
			0));
		final Folds folds = folds(samples, FIVE, 1);
		assertEquals(2, folds.folds().size());
		folds.folds().forEach(fold -> requireLearningWithoutThem(fold, samples));
	}

	@Test
	void aClassWithOneImageOrOneGroupIsRefusedByName() {
		assertTrue(assertThrows(UnusableClass.class, () -> folds(all(images("a", 20,
			0), images("b", 1, 0)), FIVE, 1)).getMessage().contains(
				"'b' has only one image"));
		assertTrue(assertThrows(UnusableClass.class, () -> folds(all(images("a", 20,
			5), images("b", 9, 1)), FIVE, 1)).getMessage().contains(
				"All 9 different images of the class 'b' belong to one group"));
	}

	@Test
	void eachGroupIsLeftOutOnceAndOthersAreNamed() {
		final List<SurveyedSample> samples = all(images("a", 30, 6), images("b", 30,
			6));
		final Folds folds = folds(samples, GROUPS, 1);
		assertEquals(List.of("mouse0", "mouse1", "mouse2", "mouse3", "mouse4",
			"mouse5"), folds.folds().stream().map(Fold::group).toList());
		for (final Fold fold : folds.folds())
			fold.heldOut(samples).forEach(s -> assertEquals(fold.group(), s.sample()
				.group()));
		assertTrue(assertThrows(UserFailure.class, () -> folds(all(images("a", 30,
			6), images("b", 30, 0)), GROUPS, 1)).getMessage().contains(
				"found 30 images without one, for instance 'b/0'"));
	}

	/** Stacks of three planes each. */
	private static List<SurveyedSample> stacks(final String label,
		final int count)
	{
		final List<SurveyedSample> planes = new ArrayList<>();
		for (int i = 0; i < 3 * count; i++) {
			final String stack = label + "/" + i / 3 + ".tif";
			final String name = stack + "[" + (i % 3 + 1) + "]";
			planes.add(new SurveyedSample(new Sample(label, name, null, new PlaneOf(
				stack), stack), name, 1, 1, 1, false, 8, null, 0, 255));
		}
		return planes;
	}

	private record PlaneOf(String stack) implements SampleSource {

		@Override
		public SampleImage read() {
			throw new IllegalStateException("not to be read");
		}
	}

	@Test
	void aStackThatGetsOneAnswerIsHeldOutAsAWholeWhateverTheGroups() {
		final List<SurveyedSample> samples = all(stacks("a", 6), stacks("b", 6));
		for (final Grouping grouping : List.of(Grouping.none(), new Grouping(
			"crossing", "By the number of the plane.", s -> s.name().endsWith(
				"[1]") && s.name().matches("./[01].*") ? "first" : null)))
		{
			final SplitRules rules = new SplitRules(grouping, false,
				SplitFractions.WITHOUT_TEST, true);
			final Folds folds = Folds.of(samples, SurveyedSamples.near(samples),
				new FoldRule(3, false, 2), rules, new SeedTree(1));
			for (final Fold fold : folds.folds()) {
				requireWhole(fold.heldOut(samples));
				final List<SurveyedSample> others = fold.learned(samples);
				requireWhole(fold.learning().select(others, Side.TRAINING));
			}
		}
	}

	private static void requireWhole(final List<SurveyedSample> samples) {
		samples.stream().collect(Collectors.groupingBy(s -> s.sample().source()
			.stack())).forEach((stack, planes) -> assertEquals(3, planes.size(),
				stack));
	}

	@Test
	void aClassOfOneStackThatGetsOneAnswerIsRefusedByName() {
		final List<SurveyedSample> samples = all(stacks("a", 6), stacks("b", 1));
		final SplitRules rules = new SplitRules(Grouping.none(), false,
			SplitFractions.WITHOUT_TEST, true);
		final String message = assertThrows(UnusableClass.class, () -> Folds.of(
			samples, SurveyedSamples.near(samples), FIVE, rules, new SeedTree(1)))
			.getMessage();
		assertTrue(message.contains(
			"All 3 different images of the class 'b' are planes of one stack"),
			message);
	}

	@Test
	void anotherSeedAndAnotherRepeatGiveOtherFolds() {
		final List<SurveyedSample> samples = all(images("a", 30, 0), images("b", 30,
			0));
		final Folds folds = folds(samples, new FoldRule(5, false, 2), 1);
		final List<List<String>> heldOut = heldOut(folds, samples);
		assertNotEquals(Set.copyOf(heldOut.subList(0, 5)), Set.copyOf(heldOut
			.subList(5, 10)));
		assertNotEquals(heldOut.subList(0, 5), heldOut(folds(samples, FIVE, 2),
			samples));
		assertEquals(heldOut.subList(0, 5), heldOut(folds(samples, FIVE, 1),
			samples));
		assertEquals(10, folds.folds().stream().map(Fold::trainingSeed).distinct()
			.count());
	}

	@Test
	void whatAnImageIsHeldOutWithHasAName() {
		final List<SurveyedSample> samples = new ArrayList<>(all(images("a", 6, 3),
			images("b", 6, 0)));
		samples.add(SurveyedSamples.of("b", "b/copy", null, "b/0"));
		final Folds folds = folds(samples, new FoldRule(2, false, 1), 1);
		assertEquals("mouse1", folds.groupOf(samples.get(1)));
		assertEquals("", folds.groupOf(samples.get(7)));
		assertEquals("b/0", folds.groupOf(samples.get(6)));
		assertEquals("b/0", folds.groupOf(samples.get(12)));
	}

	@Test
	void numbersOutOfRangeAreWrongUsage() {
		for (final int folds : new int[] { -1, 0, 1, 1001 })
			assertTrue(assertThrows(WrongUsage.class, () -> new FoldRule(folds, false,
				1)).getMessage().contains("Expected folds from 2 to 1000, found " +
					folds));
		assertThrows(WrongUsage.class, () -> new FoldRule(5, false, 0));
		assertThrows(WrongUsage.class, () -> new FoldRule(3, true, 1));
	}

	@Test
	void theTableTellsHowManyOfEachClassAreHeldOut() {
		final List<SurveyedSample> samples = all(images("a", 11, 0), images("b", 10,
			0));
		assertEquals(List.of("class  images  held out in a fold",
			"a      11      2 to 3", "b      10      2"), folds(samples, FIVE, 1)
				.table(List.of("a", "b"), samples));
	}
}
