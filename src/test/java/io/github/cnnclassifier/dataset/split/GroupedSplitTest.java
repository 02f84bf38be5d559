
package io.github.cnnclassifier.dataset.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSamples;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.random.SeedTree;

class GroupedSplitTest {

	private static final SeedTree SEED = new SeedTree(3);
	private static final Grouping BY_GROUP = new Grouping("column",
		"Grouped by hand.", Sample::group);

	private final List<SurveyedSample> samples = new ArrayList<>();

	private void add(final String label, final String group, final Side side,
		final int count)
	{
		for (int i = 0; i < count; i++) {
			final String name = label + "/" + group + "_" + side + i;
			samples.add(new SurveyedSample(new Sample(label, name, side, () -> {
				throw new IllegalStateException("not to be read");
			}, group), name, 1, 1, 1, false, 8, null, 0, 1));
		}
	}

	private Split split(final boolean allowLeak) {
		return Split.of(samples, SEED, new SplitRules(BY_GROUP, allowLeak));
	}

	private String failure() {
		return assertThrows(UserFailure.class, () -> split(false)).getMessage();
	}

	@Test
	void aClassThatIsOneGroupIsRefusedByName() {
		add("sharp", "field1", null, 20);
		add("blurred", "field2", null, 10);
		add("blurred", "field3", null, 10);
		final String message = failure();
		assertTrue(message.startsWith("All 20 different images of the class " +
			"'sharp' belong to one group, 'field1'"), message);
		assertTrue(message.contains("Grouped by hand.") && message.contains(
			"allowLeak=true") && message.contains("exclude=sharp"), message);
	}

	@Test
	void whereNearCopiesAreTheReasonOtherGroupsAreNoWayOut() {
		add("same", "field1", null, 20);
		add("other", "field2", null, 10);
		final String message = assertThrows(UserFailure.class, () -> SplitBonds.of(
			ContentGroup.of(samples), List.of(samples.subList(0, 20)), new SplitRules(
				Grouping.none(), false))).getMessage();
		assertTrue(message.contains("are near copies of one another"), message);
		assertTrue(message.contains("exclude=same), or divide them"), message);
		assertFalse(message.contains("groups=none"), message);
	}

	@Test
	void anAllowedLeakIsDividedImageByImageAndSaysSo() {
		add("sharp", "field", null, 20);
		add("blurred", "field", null, 20);
		final Split split = split(true);
		assertEquals(28, split.hashes().get(Side.TRAINING).size());
		assertEquals(6, split.hashes().get(Side.TEST).size());
		assertTrue(split.leak().contains("'blurred'") && split.leak().contains(
			"too good"), split.leak());
	}

	@Test
	void whereGroupsCanBeKeptAllowLeakChangesNothing() {
		for (int group = 0; group < 8; group++) {
			add("a", "a" + group, null, 5);
			add("b", "b" + group, null, 5);
		}
		assertEquals(split(false).hashes(), split(true).hashes());
		assertEquals("", split(true).leak());
	}

	@Test
	void aClassThatASideDoesNotHaveIsTold() {
		for (int group = 0; group < 8; group++) {
			add("a", "a" + group, null, 5);
			add("b", "b" + group, null, 5);
		}
		add("rare", "x", null, 5);
		add("rare", "y", null, 5);
		final Split split = split(false);
		final String expected = "The class 'rare' has no image on the test side";
		assertTrue(split.warnings().stream().anyMatch(w -> w.startsWith(expected)),
			split.warnings().toString());
		assertTrue(split.groupWarnings().stream().anyMatch(w -> w.startsWith(
			expected)), split.groupWarnings().toString());
	}

	@Test
	void theTableCountsImagesAndGroups() {
		for (int group = 0; group < 8; group++) {
			add("a", "a" + group, null, 5);
			add("bb", "b" + group, null, 5);
		}
		assertEquals(List.of("class        training         validation      test",
			"a            30 in 6 groups   5 in 1 group    5 in 1 group",
			"bb           30 in 6 groups   5 in 1 group    5 in 1 group",
			"all classes  60 in 12 groups  10 in 2 groups  10 in 2 groups"), split(
				false).table(List.of("a", "bb"), samples));
	}

	@Test
	void withoutGroupsTheTableCountsImagesOnly() {
		add("a", null, null, 10);
		add("b", null, null, 10);
		assertEquals(List.of("class        training  validation  test",
			"a            6         2           2",
			"b            6         2           2",
			"all classes  12        4           4"), split(false).table(List.of("a",
				"b"), samples));
	}

	@Test
	void fewGroupsAreWarnedOf() {
		for (int group = 0; group < 4; group++) {
			add("a", "a" + group, null, 5);
			add("b", "b" + group, null, 5);
		}
		add("b", "b5", null, 5);
		final Split split = split(false);
		assertEquals(10, split.hashes().get(Side.VALIDATION).size());
		assertEquals(10, split.hashes().get(Side.TEST).size());
		assertTrue(split.warnings().get(0).contains("'a'. Add images of other"),
			split.warnings().toString());
	}

	@Test
	void groupsOverSeveralClassesLeaveMostOfEachClassToTraining() {
		final int[][] sizes = { { 9, 1, 0 }, { 0, 8, 3 }, { 4, 4, 4 }, { 7, 0, 2 },
			{ 1, 1, 9 }, { 5, 6, 0 }, { 3, 2, 8 }, { 2, 9, 1 }, { 6, 3, 5 }, { 8, 5,
				7 }, { 1, 7, 6 }, { 4, 1, 2 } };
		for (int group = 0; group < sizes.length; group++) {
			for (int label = 0; label < 3; label++) {
				add("class" + label, "g" + group, null, sizes[group][label]);
			}
		}
		final Split split = split(false);
		for (int label = 0; label < 3; label++) {
			final String name = "class" + label;
			final long all = samples.stream().filter(s -> s.sample().label().equals(
				name)).count();
			final long training = split.select(samples, Side.TRAINING).stream()
				.filter(s -> s.sample().label().equals(name)).count();
			assertEquals(0.7, training / (double) all, 0.15, name);
		}
	}

	@Test
	void aGroupDeclaredOnTwoSidesLeavesTraining() {
		add("a", "mouse1", Side.TRAINING, 5);
		add("a", "mouse1", Side.TEST, 2);
		add("a", "mouse2", Side.TRAINING, 5);
		add("b", "mouse3", Side.TRAINING, 5);
		add("b", "mouse4", Side.TRAINING, 5);
		add("a", "mouse5", Side.TRAINING, 5);
		final Split split = split(false);
		assertNull(split.sideOf(samples.get(0).contentHash()));
		assertEquals(2, split.hashes().get(Side.TEST).size());
		assertTrue(split.warnings().stream().anyMatch(w -> w.startsWith(
			"5 images are left out")), split.warnings().toString());
	}

	@Test
	void aStoredSplitThatDividesGroupsIsNotKeptUnlessAllowed() {
		add("a", "g", null, 10);
		add("a", "h", null, 10);
		add("b", "i", null, 10);
		add("b", "j", null, 10);
		final Split old = Split.of(samples, SEED);
		final SplitRules strict = new SplitRules(BY_GROUP, false);
		assertTrue(old.divides(samples, SurveyedSamples.near(samples), strict));
		assertThrows(UserFailure.class, () -> old.extended(samples, SurveyedSamples
			.near(samples), SEED, strict));
		final Split kept = old.extended(samples, SurveyedSamples.near(samples),
			SEED, new SplitRules(BY_GROUP, true));
		assertEquals(old.hashes(), kept.hashes());
		assertTrue(kept.leak().contains("too good"));
	}

	@Test
	void newImagesFollowTheirGroup() {
		for (int group = 0; group < 8; group++) {
			add("a", "a" + group, null, 3);
			add("b", "b" + group, null, 3);
		}
		final Split old = split(false);
		final SurveyedSample first = samples.get(0);
		samples.add(new SurveyedSample(new Sample("a", "new", null, first.sample()
			.source(), first.sample().group()), "new", 1, 1, 1, false, 8, null, 0,
			1));
		assertEquals(old.sideOf(first.contentHash()), old.extended(samples,
			SurveyedSamples.near(samples), SEED, new SplitRules(BY_GROUP, false))
			.sideOf("new"));
	}

	/** Who divides the training side once more keeps to it, too. */
	@Test
	void aSplitAndOneThatIsMadeOfItAgainTellWhatBelongsTogether() {
		for (int group = 0; group < 8; group++) {
			add("a", "a" + group, null, 3);
			add("b", "b" + group, null, 3);
		}
		add("a", null, null, 1);
		final Split split = split(false);
		final Split again = Split.ofHashes(split.hashes()).extended(samples,
			SurveyedSamples.near(samples), SEED, new SplitRules(BY_GROUP, false));
		for (final SurveyedSample s : samples) {
			final String group = s.sample().group();
			final String unit = split.unitOf(s.contentHash());
			assertEquals(group == null ? s.contentHash() : "group " + group, unit);
			assertEquals(unit, again.unitOf(s.contentHash()));
		}
		assertEquals("unknown", split.unitOf("unknown"));
	}
}
