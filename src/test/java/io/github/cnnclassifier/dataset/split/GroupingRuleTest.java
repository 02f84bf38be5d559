
package io.github.cnnclassifier.dataset.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

	@Test
	void anImageOfACorrectedClassStaysWithItsFolder() {
		final List<Sample> samples = List.of(sample("a", "a/mouse1/1.png"), sample(
			"b", "b/mouse1/1.png"), new Sample("b", "a/mouse1/2.png", null, () -> {
				throw new IllegalStateException("not to be read");
			}, null, "a"), sample("b", "b/mouse2/2.png"));
		final Grouping grouping = group("folder", samples);
		assertEquals(List.of("mouse1", "mouse1", "mouse1", "mouse2"), samples
			.stream().map(grouping::groupOf).toList());
	}

	@Test
	void aFolderThatHoldsAllImagesTellsNothing() {
		final List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < 40; i++)
			samples.add(sample(i % 2 == 0 ? "a" : "b", "../cells/cell " + i +
				".png"));
		assertTrue(group("auto", samples).statement().startsWith(
			"Not grouped: the names do not tell"));
		for (int i = 0; i < 40; i++)
			samples.add(sample(i % 2 == 0 ? "a" : "b", "../others/cell " + i +
				".png"));
		assertTrue(group("auto", samples).statement().contains(
			"look as if they told the folder"));
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
		"scan%d_patch_%d.png, scan1, parent image",
		"dna-%d_00%d.png, dna-1, parent image (the name without the number at its end)",
		"IMAGE %d_000%d_z001_t002.tif, IMAGE 1, parent image (the name without the number at its end)",
		"slide%d (%d).png, slide1, slide",
		"smear%d (%d).png, smear1, parent image (the name without the number at its end)" })
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

	private static List<Sample> numbered(final String label, final String stem,
		final int count)
	{
		final List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			samples.add(sample(label, label + "/" + stem + "_%03d.png".formatted(i)));
		}
		return samples;
	}

	@ParameterizedTest
	@CsvSource({ "3, 3, 7, 7", "img, img, img, img", "cell, cells, cell, cells",
		"cat, cat, dog, dog" })
	void plainNumberingOfAWholeClassIsNoGroup(final String first,
		final String second, final String third, final String fourth)
	{
		final List<Sample> samples = new ArrayList<>();
		samples.addAll(numbered("a", first, 30));
		samples.addAll(numbered("b", second.equals(first) ? third : second, 30));
		samples.addAll(numbered("c", fourth, 30));
		final Grouping grouping = group("auto", samples);
		assertEquals("none", grouping.rule(), grouping.statement());
		assertFalse(grouping.isDoubtful(), grouping.statement());
	}

	@Test
	void aFewStrangersBesidePlainNumberingAreNoGroups() {
		final List<Sample> samples = new ArrayList<>();
		for (final String label : List.of("a", "b")) {
			samples.addAll(numbered(label, label, 100));
			for (final String stranger : List.of("x", "y", "z", "old", "new")) {
				samples.addAll(numbered(label, stranger, 2));
			}
		}
		assertEquals("none", group("auto", samples).rule());
	}

	@Test
	void copiesThatTheirNamesTellStayWithTheOriginal() {
		final List<Sample> samples = new ArrayList<>(numbered("a", "cell", 20));
		samples.addAll(numbered("b", "cell", 20));
		for (final String copy : List.of("_rot90", "_aug_3", "_flip_lr",
			" - Copy (2)", " (copy)", "_rot90_hflip"))
		{
			samples.add(sample("a", "a/cell_007" + copy + ".png"));
		}
		final Grouping grouping = group("auto", samples);
		assertEquals("copy", grouping.rule(), grouping.statement());
		assertEquals(7, samples.stream().filter(s -> "a/cell_007".equals(grouping
			.groupOf(s))).count());
		assertEquals("b/cell_007", grouping.groupOf(sample("b", "b/cell_007.png")));
	}

	@Test
	void copiesOfCropsStayWithTheParent() {
		final List<Sample> samples = named("dna-%d_00%d.png", 6);
		samples.addAll(named("dna-%d_00%d_rot90.png", 6));
		assertEquals("dna-1", group("auto", samples).groupOf(sample("a",
			"a/dna-1_002_rot90.png")));
	}

	@Test
	void aRareClassIsNoReasonToLetParentsGo() {
		final List<Sample> samples = named("dna-%d_00%d.png", 8);
		samples.addAll(numbered("c", "dna-1", 2));
		samples.addAll(numbered("c", "dna-2", 2));
		assertEquals("stem", group("auto", samples).rule());
	}

	@Test
	void aClassOfOneParentIsTold() {
		final List<Sample> samples = named("dna-%d_00%d.png", 8);
		samples.addAll(numbered("c", "dna-1", 20));
		final Grouping grouping = group("auto", samples);
		assertTrue(grouping.isDoubtful());
		assertTrue(grouping.statement().contains(
			"the class 'c' has only 1 of these") && grouping.statement().endsWith(
				"groups=stem keeps them together."), grouping.statement());
	}

	@ParameterizedTest
	@CsvSource({ "animal, a/mouse3_12.png, mouse3",
		"slide, a/slide_2_7.png, slide_2", "well, a/plate1_B02_7.png, B02",
		"field, a/day1_f03_7.png, day1_f03", "parent, a/parent_x12_y30.png, parent",
		"stem, a/parent_0007.tif, parent", "series, a/cell_t001.tif, cell" })
	void whatNamesTellHasAWordOfItsOwn(final String word, final String name,
		final String expected)
	{
		final List<Sample> samples = List.of(sample("a", name), sample("b",
			"b/other.png"));
		final Grouping grouping = group(word, samples);
		assertEquals(word, grouping.rule());
		assertEquals(expected, grouping.groupOf(samples.get(0)));
		assertNull(grouping.groupOf(samples.get(1)));
		assertTrue(assertThrows(UserFailure.class, () -> group(word, List.of(sample(
			"b", "b/other.png")))).getMessage().contains("'b/other.png'"));
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
			"run%d/%d.png", "parent%d_x12_y3%d.png", "dna-%d_00%d.png"))
		{
			final List<Sample> samples = named(pattern, 6);
			final Grouping guessed = group("auto", samples);
			assertTrue(guessed.rule().matches("[a-z]+"), guessed.rule());
			final Grouping again = group(guessed.rule(), samples);
			assertEquals(samples.stream().map(guessed::groupOf).toList(), samples
				.stream().map(again::groupOf).toList());
		}
	}

	/** It may come from a model of a stranger. */
	@ParameterizedTest
	@CsvSource({ "((a|aa)+)\\2!, 300", "((a|b)+)z, 200000" })
	void aPatternThatTakesTooLongIsRefusedAndNotWaitedFor(final String rule,
		final int length)
	{
		final List<Sample> samples = List.of(sample("a", "a/" + "a".repeat(
			length)));
		final String message = assertTimeoutPreemptively(Duration.ofSeconds(20),
			() -> assertThrows(UserFailure.class, () -> group(rule, samples)))
			.getMessage();
		assertTrue(message.contains("found '" + rule +
			"', which takes too many steps in 'a/aaa"), message);
		assertTrue(message.endsWith(
			"Use a simpler pattern, without repetitions inside of repetitions."),
			message);
	}

	static List<String> patternsThatLookAtNothing() {
		return List.of("(|)".repeat(80) + "(?!)", "^?".repeat(80) + "()(?!)", "()" +
			"(?:\\1|\\1)".repeat(80) + "(?!)", "()" + "(?:(?=|a)|(?=|a))".repeat(40) +
				"(?!)", "()" + "(?i:|)".repeat(80) + "(?!)", "()" + "(?:a{0}|b{0})"
					.repeat(70) + "(?!)",
			"((?:(?:(?:(?:^{255}){255}){255}){255}){255}z)");
	}

	/** Their steps are not those of the text. */
	@ParameterizedTest
	@MethodSource("patternsThatLookAtNothing")
	void aPatternWhoseStepsLookAtNothingIsRefusedAsWell(final String rule) {
		final List<Sample> samples = List.of(sample("a", "a/1.png"));
		final String message = assertTimeoutPreemptively(Duration.ofSeconds(10),
			() -> assertThrows(UserFailure.class, () -> group(rule, samples)))
			.getMessage();
		assertTrue(message.contains("which takes too many steps in 'a/1.png'"),
			message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "((?:){2000000000})", "(^{256})", "((?x) a # b\n)" })
	void whatCannotBeCountedIsNoRule(final String rule) {
		final String message = assertTimeoutPreemptively(Duration.ofSeconds(10),
			() -> assertThrows(WrongUsage.class, () -> GroupingRule.parse(rule)))
			.getMessage();
		assertTrue(message.startsWith("Expected groups to be auto, none, folder"),
			message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(?<=_)([A-H]\\d{2})", "[]^_]+(\\w+)",
		"\\Q(|\\E(\\d+)|m(\\d)", "(?:^|/)([^/]+)_", "(?i)(MOUSE\\d+)",
		"(?<animal>[m-n])ouse(?!\\k<animal>)", "([a-z&&[^b|(]]+)", "(?>m|n)(o)",
		"(\\x{6d}\\p{L}+)", "(\\b[(|]?mouse1{1,255})", "(m|(o)|u)+s" })
	void whatIsCountedFindsTheSame(final String rule) {
		for (final String name : List.of("a/mouse1_B07.png", "a/x_H12_mouse2.png",
			"a/(|77 ^_mouse.png"))
		{
			final Matcher plain = Pattern.compile(rule).matcher(name);
			final Matcher counted = CountedPattern.of(rule).matcher(name);
			assertEquals(plain.groupCount(), counted.groupCount());
			assertEquals(plain.find(), counted.find(), name);
			if (plain.reset().find()) for (int i = 0; i <= plain.groupCount(); i++)
				assertEquals(plain.group(i), counted.group(i), name);
		}
	}

	@Test
	void rulesOfTheSameTextAreEqual() {
		assertEquals(GroupingRule.parse("auto"), GroupingRule.parse("auto"));
		assertEquals(GroupingRule.parse("(m)").hashCode(), GroupingRule.parse("(m)")
			.hashCode());
		assertEquals(GroupingRule.parse("(m)"), GroupingRule.parse("(m)"));
		assertNotEquals(GroupingRule.parse("(m)"), GroupingRule.parse("(n)"));
	}

	@Test
	void aPatternIsNoBook() {
		final String longest = "(a)" + "b".repeat(997);
		assertEquals(1000, longest.length());
		GroupingRule.parse(longest);
		final String message = assertThrows(WrongUsage.class, () -> GroupingRule
			.parse(longest + "b")).getMessage();
		assertTrue(message.endsWith("it has 1001 characters, more than 1000."),
			message);
		assertTrue(message.length() < 500, message);
	}
}
