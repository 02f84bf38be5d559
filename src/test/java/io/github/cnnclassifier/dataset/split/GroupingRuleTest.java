
package io.github.cnnclassifier.dataset.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

class GroupingRuleTest {

	private static Sample sample(final String label, final String name,
		final Side side, final String group)
	{
		return new Sample(label, name, side, () -> {
			throw new IllegalStateException("not to be read");
		}, group);
	}

	private static Sample sample(final String label, final String name) {
		return sample(label, name, null, null);
	}

	private static LabeledImages images(final List<Sample> samples) {
		return new LabeledImages("memory", List.of("a", "b"), samples, List.of());
	}

	private static Grouping group(final String rule, final List<Sample> samples) {
		return GroupingRule.parse(rule).apply(images(samples));
	}

	/** Three images of each of some things in both classes. */
	private static List<Sample> named(final String pattern, final int things) {
		final List<Sample> samples = new ArrayList<>();
		for (final String label : List.of("a", "b")) {
			for (int thing = 1; thing <= things; thing++) {
				for (int i = 0; i < 3; i++) {
					samples.add(sample(label, label + "/" + pattern.formatted(thing, i)));
				}
			}
		}
		return samples;
	}

	@ParameterizedTest
	@CsvSource({ "plate1_B%02d_f%d.tif, B01, well",
		"mouse%d_slice_x%d.png, mouse1, animal or patient",
		"Slide-%d.%d.png, Slide-1, slide", "run%d/%d.png, run1, folder",
		"day_field%02d_z%d.tif, day_field01, field of view",
		"img_f%02d_%d.tif, img_f01, field of view",
		"parent%d_x12_y3%d.png, parent1, parent image",
		"m%d--t001__T00064___X0746___Y08%d___img.png, m1, parent image",
		"cell%d_t00%d.tif, cell1, series",
		"scan%d_patch_%d.png, scan1, parent image" })
	void clearNamesAreUnderstood(final String pattern, final String group,
		final String what)
	{
		final List<Sample> samples = named(pattern, 6);
		final Grouping grouping = group("auto", samples);
		assertEquals(group, grouping.groupOf(samples.get(0)), grouping.statement());
		assertTrue(grouping.statement().startsWith("Grouped by " + what +
			": 6 groups, for instance '" + group + "' with 6 images."), grouping
				.statement());
		assertTrue(grouping.statement().endsWith("groups=none turns this off."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "auto", "none" })
	void namesThatSayNothingGroupNothing(final String rule) {
		for (final String pattern : List.of("%d%d.png", "cell_%d%d.png",
			"IMG_20240%d_%d.jpg"))
		{
			final List<Sample> samples = named(pattern, 9);
			final Grouping grouping = group(rule, samples);
			assertEquals("none", grouping.rule(), grouping.statement());
			assertNull(grouping.groupOf(samples.get(0)));
			assertTrue(grouping.statement().startsWith("Not grouped: "));
		}
	}

	@Test
	void oneImageToAThingIsNoGroup() {
		final List<Sample> samples = new ArrayList<>();
		for (int i = 1; i < 20; i++) {
			samples.add(sample(i % 2 == 0 ? "a" : "b", "a/mouse" + i + ".png"));
		}
		assertEquals("none", group("auto", samples).rule());
	}

	@Test
	void aGuessWithTooFewGroupsIsNotTakenAndSaysSo() {
		final Grouping grouping = group("auto", named("B%02d_s%d.tif", 2));
		assertEquals("none", grouping.rule());
		assertTrue(grouping.statement().contains("'B01'"), grouping.statement());
		assertTrue(grouping.statement().contains("the class 'a' has only 2"));
	}

	@Test
	void cropsOfAParentImageAreGroupedHoweverFewParentsThereAre() {
		assertEquals("field", group("auto", List.of(sample("a",
			"a/field_x0_y0.png"), sample("a", "a/field_x64_y0.png"), sample("b",
				"b/field_x0_y0.png"), sample("b", "b/field_x64_y0.png"))).groupOf(
					sample("a", "a/field_x0_y0.png")));
	}

	@Test
	void aGuessThatTheDeclaredSidesCrossIsNotTaken() {
		final List<Sample> samples = new ArrayList<>();
		for (final Sample sample : named("mouse%d_%d.png", 6)) {
			samples.add(sample(sample.label(), sample.name(), samples.size() % 2 == 0
				? Side.TRAINING : Side.TEST, null));
		}
		final Grouping grouping = group("auto", samples);
		assertEquals("none", grouping.rule());
		assertTrue(grouping.statement().contains("for several sides"), grouping
			.statement());
	}

	@Test
	void whatTheListSaysComesFirst() {
		final List<Sample> samples = List.of(sample("a", "a/mouse1_1.png", null,
			"cage1"), sample("b", "b/mouse2_1.png", null, null));
		for (final String rule : List.of("auto", "column")) {
			final Grouping grouping = group(rule, samples);
			assertEquals("column", grouping.rule());
			assertEquals("cage1", grouping.groupOf(samples.get(0)));
			assertNull(grouping.groupOf(samples.get(1)));
		}
		assertThrows(UserFailure.class, () -> group("column", named("%d%d.png",
			2)));
	}

	@Test
	void theFolderBelowTheClassIsTheGroup() {
		final List<Sample> samples = List.of(sample("a", "a/day1/x.png"), sample(
			"b", "train/b/day1/x.png"), sample("a", "a/x.png"), sample("b",
				"other/x.png"));
		final Grouping grouping = group("folder", samples);
		assertEquals(List.of("day1", "day1", "a", "other"), samples.stream().map(
			grouping::groupOf).toList());
		assertThrows(UserFailure.class, () -> group("folder", List.of(sample("a",
			"train-images-idx3-ubyte[0]"))));
	}

	@Test
	void aPatternNamesTheGroupByItsFirstBracket() {
		final Grouping grouping = group("/(..)_", named("B%d_%d.png", 2));
		assertEquals("B2", grouping.groupOf(sample("a", "a/B2_1.png")));
		assertEquals("/(..)_", grouping.rule());
		final String message = assertThrows(UserFailure.class, () -> group("(B1)",
			named("B%d_%d.png", 2))).getMessage();
		assertTrue(message.contains("6 of 12 names") && message.contains(
			"'a/B2_0.png'"), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "B1", "(", "[A-", "Auto" })
	void whatIsNoRuleIsWrongUsage(final String rule) {
		assertTrue(assertThrows(WrongUsage.class, () -> GroupingRule.parse(rule))
			.getMessage().startsWith("Expected groups to be auto, none, folder"));
	}

	@Test
	void aGuessedRuleGivesTheSameGroupsAgain() {
		for (final String pattern : List.of("p_B%02d_f%d.tif", "mouse%d_%d.png",
			"run%d/%d.png", "parent%d_x12_y3%d.png"))
		{
			final List<Sample> samples = named(pattern, 6);
			final Grouping guessed = group("auto", samples);
			final Grouping again = group(guessed.rule(), samples);
			assertEquals(samples.stream().map(guessed::groupOf).toList(), samples
				.stream().map(again::groupOf).toList());
		}
	}
}
