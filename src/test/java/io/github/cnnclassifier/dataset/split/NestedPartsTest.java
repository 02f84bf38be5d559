
package io.github.cnnclassifier.dataset.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSamples;
import io.github.cnnclassifier.random.SeedTree;

/** Ever smaller training sides beside the same validation side. */
class NestedPartsTest {

	private static final SplitRules RULES = new SplitRules(new Grouping("column",
		"By column.", Sample::group), false);

	private static List<SurveyedSample> images(final String label,
		final int count, final int groups)
	{
		final List<SurveyedSample> images = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final String name = label + "/" + i;
			images.add(new SurveyedSample(new Sample(label, name, null, () -> {
				throw new IllegalStateException("not to be read");
			}, groups == 0 ? null : label + i % groups), name, 1, 1, 1, false, 8,
				null, 0, 255));
		}
		return images;
	}

	private static Split split(final List<SurveyedSample> samples) {
		return Split.of(samples, SurveyedSamples.near(samples), new SeedTree(1),
			RULES);
	}

	private static Set<String> names(final Split split,
		final List<SurveyedSample> samples, final Side side)
	{
		return split.select(samples, side).stream().map(s -> s.sample().name())
			.collect(Collectors.toSet());
	}

	private static long count(final Set<String> names, final String label) {
		return names.stream().filter(name -> name.startsWith(label + "/")).count();
	}

	@Test
	void eachPartIsAboutHalfOfTheNextOneAndWithinIt() {
		final List<SurveyedSample> samples = new ArrayList<>(images("a", 400, 0));
		samples.addAll(images("b", 100, 0));
		final Split whole = split(samples);
		final List<Split> parts = whole.nested(4, new SeedTree(3));
		assertEquals(4, parts.size());
		Set<String> larger = names(whole, samples, Side.TRAINING);
		assertEquals(larger, names(parts.get(3), samples, Side.TRAINING));
		for (int i = 2; i >= 0; i--) {
			final Set<String> part = names(parts.get(i), samples, Side.TRAINING);
			assertTrue(larger.containsAll(part));
			for (final String label : List.of("a", "b"))
				assertEquals(count(larger, label) / 2.0, count(part, label), 1);
			larger = part;
		}
		for (final Split part : parts) {
			assertEquals(names(whole, samples, Side.VALIDATION), names(part, samples,
				Side.VALIDATION));
			assertEquals(Set.of(), names(part, samples, Side.TEST));
		}
	}

	@Test
	void groupsStayInOnePiece() {
		final List<SurveyedSample> samples = new ArrayList<>(images("a", 240, 24));
		samples.addAll(images("b", 240, 24));
		final Split whole = split(samples);
		for (final Split part : whole.nested(3, new SeedTree(1))) {
			final Set<String> here = new HashSet<>();
			part.select(samples, Side.TRAINING).forEach(s -> here.add(s.sample()
				.group()));
			assertEquals(whole.select(samples, Side.TRAINING).stream().filter(
				s -> here.contains(s.sample().group())).count(), part.select(samples,
					Side.TRAINING).size());
		}
	}

	@Test
	void everyClassIsLearnedFromInEachPart() {
		final List<SurveyedSample> samples = new ArrayList<>(images("a", 200, 0));
		samples.addAll(images("b", 3, 0));
		samples.addAll(images("c", 40, 3));
		for (int seed = 0; seed < 20; seed++)
			for (final Split part : split(samples).nested(5, new SeedTree(seed)))
				for (final String label : List.of("a", "b", "c"))
					assertTrue(count(names(part, samples, Side.TRAINING), label) > 0,
						label);
	}

	@Test
	void tooFewImagesAndGroupsGiveFewerParts() {
		final List<SurveyedSample> few = new ArrayList<>(images("a", 6, 0));
		few.addAll(images("b", 6, 0));
		assertEquals(2, split(few).nested(6, new SeedTree(1)).size());
		final List<SurveyedSample> large = new ArrayList<>(images("a", 90, 2));
		large.addAll(images("b", 90, 2));
		assertEquals(1, split(large).nested(4, new SeedTree(1)).size(),
			"one group of each class is on the training side");
	}

	@Test
	void theSeedDecidesWhichImages() {
		final List<SurveyedSample> samples = new ArrayList<>(images("a", 60, 0));
		samples.addAll(images("b", 60, 0));
		final Split whole = split(samples);
		final Set<String> first = names(whole.nested(2, new SeedTree(1)).get(0),
			samples, Side.TRAINING);
		assertEquals(first, names(whole.nested(2, new SeedTree(1)).get(0), samples,
			Side.TRAINING));
		assertNotEquals(first, names(whole.nested(2, new SeedTree(2)).get(0),
			samples, Side.TRAINING));
	}
}
