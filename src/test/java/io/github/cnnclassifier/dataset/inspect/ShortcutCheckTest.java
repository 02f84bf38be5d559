
package io.github.cnnclassifier.dataset.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.random.SeedTree;

/** Cues that were planted are found, and nothing is said of clean images. */
class ShortcutCheckTest {

	private static final int SIDE = 32;
	private static final List<String> CLASSES = List.of("left", "right", "below");

	/** Of 10 images so many have the cue of their class. */
	private static final int WITH_CUE = 9;

	private final List<SurveyedSample> samples = new ArrayList<>();

	/**
	 * An object of its class on a noisy background, with the cue of a class.
	 *
	 * @param cue null for none
	 * @param told the class that the cue tells
	 */
	private static SurveyedSample image(final String label, final int number,
		final Cue cue, final int told, final long seed)
	{
		final SplittableRandom random = new SeedTree(seed).random();
		final int width = cue == Cue.SIZE ? SIDE + 2 * told : SIDE;
		final float[] values = new float[width * SIDE];
		final int dx = random.nextInt(5) - 2;
		final int dy = random.nextInt(5) - 2;
		final double level = 40 + random.nextInt(20);
		final int contrast = 40 + random.nextInt(60);
		for (int i = 0; i < values.length; i++) {
			final int x = i % width - width / 2 - dx;
			final int y = i / width - SIDE / 2 - dy;
			values[i] = (float) Math.rint(level + random.nextInt(60) + (isObject(
				label, x, y) ? contrast : 0));
		}
		change(values, width, cue, told);
		final Sample sample = new Sample(label, name(label, number, cue, told,
			seed), null, () -> {
				throw new IllegalStateException("not to be read");
			}, cue == Cue.GROUP ? "plate " + told : null);
		return SurveyedSample.of(sample, new SampleImage(width, SIDE, 1, false, 8,
			Pixels.of(values), null, "memory"));
	}

	/** The same square, elsewhere. */
	private static boolean isObject(final String label, final int x,
		final int y)
	{
		return switch (label) {
			case "left" -> Math.abs(x + 5) < 4 && Math.abs(y + 2) < 4;
			case "right" -> Math.abs(x - 5) < 4 && Math.abs(y + 2) < 4;
			default -> Math.abs(x) < 4 && Math.abs(y - 3) < 4;
		};
	}

	private static String name(final String label, final int number,
		final Cue cue, final int told, final long seed)
	{
		final long mixed = new SeedTree(seed).child("name").random().nextInt(1000);
		if (cue == Cue.ORDER) return label + "/" + (1000 * told + mixed) + ".png";
		if (cue == Cue.DATE) return label + "/2026-01-0" + (1 + told) + "_" +
			mixed + ".png";
		return label + "/" + number + ".png";
	}

	private static void change(final float[] values, final int width,
		final Cue cue, final int told)
	{
		if (cue == Cue.BRIGHTNESS) for (int i = 0; i < values.length; i++)
			values[i] = Math.min(254, values[i] + 20 * told);
		if (cue == Cue.BORDER) for (int i = 0; i < values.length; i++)
			if (i % width == 0 || i < width) values[i] = 40 * told;
		if (cue == Cue.SHARPNESS) for (int times = 0; times < told; times++)
			blur(values, width);
		// a bar below on the right, one above on the left, or none
		if (cue == Cue.MARKS && told > 0) {
			final int from = told == 1 ? values.length - 3 * width - 12 : 3 * width +
				3;
			Arrays.fill(values, from, from + 9, 255);
			Arrays.fill(values, from + width, from + width + 9, 255);
		}
	}

	private static void blur(final float[] values, final int width) {
		final float[] before = values.clone();
		for (int i = width + 1; i < values.length - width - 1; i++)
			values[i] = Math.round((before[i - 1] + before[i + 1] + before[i -
				width] + before[i + width] + before[i]) / 5);
	}

	/** @param cue null for none */
	private void make(final int perClass, final Cue cue) {
		for (int c = 0; c < CLASSES.size(); c++)
			for (int i = 0; i < perClass; i++) {
				final int told = i % 10 < WITH_CUE ? c : (c + 1) % CLASSES.size();
				samples.add(image(CLASSES.get(c), i, cue, told, 1000 * c + i));
			}
	}

	private Grouping grouping(final String rule) {
		return GroupingRule.parse(rule).apply(new LabeledImages("made", CLASSES,
			samples.stream().map(SurveyedSample::sample).toList(), List.of()));
	}

	private ShortcutCheck check() {
		return ShortcutCheck.of(samples, grouping(samples.get(0).sample()
			.group() == null ? "none" : "column"));
	}

	private static Set<Cue> large(final ShortcutCheck check) {
		return check.scores().stream().filter(CueScore::isLarge).map(CueScore::cue)
			.collect(Collectors.toSet());
	}

	private static Optional<CueScore> score(final ShortcutCheck check,
		final Cue cue)
	{
		return check.scores().stream().filter(score -> score.cue() == cue)
			.findFirst();
	}

	@ParameterizedTest
	@EnumSource
	void aPlantedCueIsFound(final Cue cue) {
		make(60, cue);
		final ShortcutCheck check = check();
		final CueScore found = score(check, cue).orElseThrow();
		assertTrue(found.isLarge(), found.toString());
		assertTrue(found.balancedAccuracy() > 0.7, found.toString());
		assertTrue(found.isNear(0.8), found.toString());
		assertEquals(1.0 / 3, found.guessing(), 1e-12);
		assertEquals(1, ShortcutFindings.warnings(check, 0.8).stream().filter(
			text -> text.startsWith("The " + cue.label() + " alone gets ")).count());
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 30, 120 })
	void cleanImagesStaySilent(final int perClass) {
		make(perClass, null);
		final ShortcutCheck check = check();
		assertEquals(3 * perClass, check.images());
		assertEquals(Set.of(), large(check), check.toString());
		assertEquals(List.of(), ShortcutFindings.warnings(check, 0.9));
		// names of files are counted in each class, sizes are all the same
		assertTrue(score(check, Cue.SIZE).isEmpty());
		assertTrue(score(check, Cue.DATE).isEmpty());
		assertTrue(score(check, Cue.GROUP).isEmpty());
	}

	@Test
	void theSameImagesGiveTheSameScores() {
		make(40, Cue.BRIGHTNESS);
		assertEquals(check(), check());
	}

	/** Ten animals of each class differ by chance. */
	@Test
	void whatDiffersFromGroupToGroupIsNoRule() {
		for (int c = 0; c < CLASSES.size(); c++)
			for (int i = 0; i < 100; i++) {
				final int animal = 10 * c + i / 10;
				final SurveyedSample made = image(CLASSES.get(c), i, Cue.BRIGHTNESS,
					new SeedTree(animal).random().nextInt(6), 1000 * c + i);
				final Sample sample = made.sample();
				samples.add(new SurveyedSample(new Sample(sample.label(), sample.name(),
					null, sample.source(), "animal " + animal), made.contentHash(), made
						.width(), made.height(), 1, false, 8, null, made.extremes(), made
							.fingerprint(), List.of(), made.cues()));
			}
		final ShortcutCheck check = check();
		assertEquals(Set.of(), large(check), check.toString());
		// an animal has one class, as it should
		assertTrue(score(check, Cue.GROUP).isEmpty());
	}

	@Test
	void aPlateForEachClassIsFound() {
		make(30, null);
		samples.replaceAll(made -> new SurveyedSample(new Sample(made.sample()
			.label(), made.sample().name(), null, made.sample().source(),
			"plate of " + made.sample().label()), made.contentHash(), made.width(),
			made.height(), 1, false, 8, null, made.extremes(), made.fingerprint(),
			List.of(), made.cues()));
		final CueScore found = score(check(), Cue.GROUP).orElseThrow();
		assertEquals(1, found.balancedAccuracy());
		assertTrue(found.isLarge());
	}

	@Test
	void tooFewImagesAreNotJudged() {
		make(4, Cue.BRIGHTNESS);
		assertEquals(ShortcutCheck.NONE, check());
		make(3, Cue.BRIGHTNESS);
		assertEquals(21, check().images());
	}

	@Test
	void aCueNeedNotBeSureToComeNearABadNetwork() {
		final CueScore score = new CueScore(Cue.BRIGHTNESS, 0.61, 0.25, 0.005);
		assertTrue(score.isNear(0.63));
		assertFalse(score.isNear(0.9));
		assertFalse(score.isNear(0.2), "the network itself guesses");
		assertFalse(score.isLarge());
		assertFalse(new CueScore(Cue.BRIGHTNESS, 0.61, 0.25, 0.02).isNear(0.63));
		assertFalse(new CueScore(Cue.BRIGHTNESS, 0.3, 0.25, 0.005).isNear(0.3));
		assertEquals(List.of("The mean intensity alone gets 61 % of the classes " +
			"right (guessing 25 %, the network 63 %). A network can learn that " +
			"instead of what is shown. " + Cue.BRIGHTNESS.advice()), ShortcutFindings
				.warnings(new ShortcutCheck(List.of(score), List.of("a"), 50), 0.63));
	}

	@ParameterizedTest
	@CsvSource({ "a/img_0012.png,12", "a/7.tif,7", "b/cell-3 (2).png,2",
		"train-images-idx3-ubyte[17],17", "a/stack.tif[3],3",
		"'a/well5.png#xywh=1,2,30,40',5", "2026/none.png,", "a/x.v2.png,2" })
	void theNumberIsTheLastOneInTheNameOfTheFile(final String path,
		final Double expected)
	{
		assertEquals(expected == null ? OptionalDouble.empty() : OptionalDouble.of(
			expected), CueValues.number(path));
	}

	@Test
	void datesAreWrittenInSomeWays() {
		assertEquals("20260131", CueValues.date("2026-01-31/a.png"));
		assertEquals("20050706", CueValues.date("x--ex2005_07_06--sp.png"));
		assertEquals("19991201", CueValues.date("a/cell_19991201_3.tif"));
		assertNull(CueValues.date("a/20261301.png"));
		assertNull(CueValues.date("a/1202601311.png"));
	}
}
