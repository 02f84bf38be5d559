
package io.github.cnnclassifier.dataset.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSamples;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.random.SeedTree;

/** What must hold for every data set, tried on many. */
class SplitPropertiesTest {

	private static final int RUNS = 300;
	private static final SplitRules RULES = new SplitRules(new Grouping("column",
		"By column.", Sample::group), false);

	private int divided;

	/** @return null if a class is too small for these data to be split */
	private Split split(final List<SurveyedSample> samples, final long seed) {
		try {
			final Split split = Split.of(samples, new SeedTree(seed), RULES);
			divided++;
			return split;
		}
		catch (final UserFailure e) {
			return null;
		}
	}

	private static RandomDataSet data(final int run) {
		return new RandomDataSet(run, run % 3 * 4, run % 5 == 0);
	}

	private static void requireNothingCrosses(final Split split,
		final List<SurveyedSample> samples)
	{
		final Map<String, Side> sideOfGroup = new HashMap<>();
		for (final SurveyedSample sample : samples) {
			final String group = sample.sample().group();
			final Side side = split.sideOf(sample.contentHash());
			if (group == null || side == null) continue;
			final Side other = sideOfGroup.put(group, side);
			assertTrue(other == null || other == side, group);
		}
		for (final List<SurveyedSample> near : SurveyedSamples.near(samples)
			.groups())
		{
			final Set<Side> sides = near.stream().map(s -> split.sideOf(s
				.contentHash())).filter(side -> side != null).collect(Collectors
					.toSet());
			assertTrue(sides.size() <= 1, sides.toString());
		}
		final Set<String> seen = new HashSet<>();
		for (final Side side : Side.values()) {
			final Set<String> contents = split.select(samples, side).stream().map(
				SurveyedSample::contentHash).collect(Collectors.toSet());
			assertTrue(Collections.disjoint(seen, contents));
			seen.addAll(contents);
		}
	}

	private static Set<String> labels(final List<SurveyedSample> samples) {
		return samples.stream().map(s -> s.sample().label()).collect(Collectors
			.toSet());
	}

	@Test
	void nothingCrossesSidesAndEveryClassIsTrainedAndValidated() {
		int near = 0;
		for (int run = 0; run < RUNS; run++) {
			final List<SurveyedSample> samples = data(run).grow(40 + 40 * (run % 4));
			final Split split = split(samples, run);
			if (split == null) continue;
			near += SurveyedSamples.near(samples).groups().size();
			requireNothingCrosses(split, samples);
			assertEquals(labels(samples), labels(split.select(samples,
				Side.TRAINING)));
			assertFalse(split.select(samples, Side.VALIDATION).isEmpty());
			assertEquals("", split.leak());
			assertFalse(split.divides(samples, SurveyedSamples.near(samples), RULES));
			final List<SurveyedSample> shuffled = new ArrayList<>(samples);
			Collections.shuffle(shuffled, new Random(run));
			assertEquals(split.hashes(), Split.of(shuffled, new SeedTree(run), RULES)
				.hashes());
		}
		assertTrue(divided > RUNS / 2, divided + " data sets could be split");
		assertTrue(near > RUNS, near + " sets of near duplicates");
	}

	@Test
	void guessedParentsAreNeverOnTwoSides() {
		int guessed = 0;
		for (int run = 0; run < RUNS; run++) {
			final List<SurveyedSample> samples = numberedCrops(new Random(run));
			final Grouping grouping = GroupGuess.of(samples.stream().map(
				SurveyedSample::sample).toList());
			if (grouping.guess().isEmpty()) continue;
			final Split split;
			try {
				split = Split.of(samples, new SeedTree(run), new SplitRules(grouping,
					false));
			}
			catch (final UserFailure e) {
				continue;
			}
			guessed++;
			final Map<String, Side> sides = new HashMap<>();
			for (final SurveyedSample sample : samples) {
				final String name = sample.sample().name();
				final String parent = name.substring(name.indexOf('/') + 1, name
					.lastIndexOf('_'));
				final Side side = split.sideOf(sample.contentHash());
				final Side other = sides.put(parent, side);
				assertTrue(other == null || other == side, name);
			}
		}
		assertTrue(guessed > RUNS / 2, guessed + " times there were parents");
	}

	/** Crops of some parents in some classes, as regions are saved. */
	private static List<SurveyedSample> numberedCrops(final Random random) {
		final List<SurveyedSample> samples = new ArrayList<>();
		final int classes = 2 + random.nextInt(4);
		final int parents = 6 + random.nextInt(20);
		for (int parent = 0; parent < parents; parent++) {
			final int crops = 2 + random.nextInt(12);
			for (int crop = 0; crop < crops; crop++) {
				final String label = "class" + random.nextInt(classes);
				final String name = label + "/dna-%d_%03d.png".formatted(parent, crop);
				samples.add(SurveyedSamples.of(label, name, null, name));
			}
		}
		return samples;
	}

	@Test
	void declaredSidesAreKeptOrTheImageIsLeftOut() {
		for (int run = 0; run < RUNS; run += 5) {
			final List<SurveyedSample> samples = data(run).grow(120);
			final Split split = split(samples, run);
			if (split == null) continue;
			for (final Side side : Side.values()) {
				for (final SurveyedSample sample : split.select(samples, side)) {
					final Side declared = sample.sample().declaredSide();
					assertTrue(declared == null || declared == side, sample + " " + side);
				}
			}
		}
		assertTrue(divided > 10, divided + " data sets could be split");
	}

	@Test
	void addingImagesMovesNone() {
		int extended = 0;
		for (int run = 0; run < RUNS; run++) {
			final RandomDataSet data = data(run);
			final List<SurveyedSample> before = data.grow(100);
			final Split old = split(before, run);
			if (old == null) continue;
			final List<SurveyedSample> after = data.grow(1 + run % 60);
			final Split split;
			try {
				split = Split.ofHashes(old.hashes()).extended(after, SurveyedSamples
					.near(after), new SeedTree(run), RULES);
			}
			catch (final UserFailure e) {
				// the new images bind a class together as a whole
				continue;
			}
			extended++;
			requireNothingCrossesButOldOnes(split, old, after);
			if (run % 5 == 0) continue;
			for (final SurveyedSample sample : before) {
				assertEquals(old.sideOf(sample.contentHash()), split.sideOf(sample
					.contentHash()));
			}
		}
		assertTrue(extended > RUNS / 2, extended + " splits were extended");
	}

	/** Where new images bind old ones of several sides, they are left out. */
	private static void requireNothingCrossesButOldOnes(final Split split,
		final Split old, final List<SurveyedSample> samples)
	{
		final List<SplitUnit> units = SplitUnits.of(ContentGroup.of(samples), RULES
			.grouping(), false, SurveyedSamples.near(samples).groups());
		for (final SplitUnit unit : units) {
			final Set<Side> sides = unit.contents().stream().map(c -> split.sideOf(c
				.hash())).filter(side -> side != null).collect(Collectors.toSet());
			if (sides.size() < 2) continue;
			for (final ContentGroup content : unit.contents()) {
				assertEquals(old.sideOf(content.hash()), split.sideOf(content.hash()));
			}
		}
	}

	@Test
	void fractionsAreNearTheWishWhereGroupsAreSmall() {
		for (int run = 0; run < 50; run++) {
			final List<SurveyedSample> samples = new ArrayList<>();
			final Random random = new Random(run);
			for (int group = 0; samples.size() < 200; group++) {
				for (int i = random.nextInt(4); i >= 0; i--) {
					final String name = "a" + samples.size();
					final String label = "class" + group % 2;
					final SurveyedSample plain = SurveyedSamples.of(label, name, null,
						name);
					samples.add(new SurveyedSample(new Sample(label, name, null, plain
						.sample().source(), "group" + group), name, 1, 1, 1, false, 8, null,
						0, 1));
				}
			}
			final Split split = Split.of(samples, new SeedTree(run), RULES);
			requireNothingCrosses(split, samples);
			for (final String label : labels(samples)) {
				final long all = samples.stream().filter(s -> s.sample().label().equals(
					label)).count();
				for (final Side side : List.of(Side.VALIDATION, Side.TEST)) {
					final long here = split.select(samples, side).stream().filter(s -> s
						.sample().label().equals(label)).count();
					assertEquals(0.15 * all, here, 2.5, label + " " + side);
				}
			}
		}
	}

	@Test
	void withoutTheOldSplitFewImagesMove() {
		final List<SurveyedSample> samples = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			samples.add(SurveyedSamples.of("class" + i % 2, "i" + i, null, "i" + i));
		}
		final Split half = Split.of(samples.subList(0, 160), new SeedTree(1));
		final Split whole = Split.of(samples, new SeedTree(1));
		final long moved = samples.stream().limit(160).filter(s -> half.sideOf(s
			.contentHash()) != whole.sideOf(s.contentHash())).count();
		assertTrue(moved < 16, moved + " moved");
	}
}
