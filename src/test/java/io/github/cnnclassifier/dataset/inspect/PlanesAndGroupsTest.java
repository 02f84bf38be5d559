
package io.github.cnnclassifier.dataset.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.TextImages;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.Progress;

/** What an inspection tells of stacks and of images that belong together. */
class PlanesAndGroupsTest extends InspectedFolder {

	private DataAudit audit(final String groups, final PlanePolicy planes) {
		return DataAudit.of(LabeledImages.openAsFound(root, new TextImages(), Set
			.of(), planes), GroupingRule.parse(groups), 0, Progress.none());
	}

	/** A stack whose slices hold the values from the first on. */
	private void stack(final String name, final int slices, final int first)
		throws IOException
	{
		final StringBuilder text = new StringBuilder("3 1 1 8 0 200 " + first);
		for (int i = 1; i < slices; i++) {
			text.append(" | 0 200 ").append(first + i);
		}
		writeText(name, text.toString());
	}

	@Test
	void imagesOfStacksAreSeenAsSuch() throws IOException {
		fill("a", 4, 0);
		fill("b", 4, 40);
		stack("a/1.img", 2, 10);
		stack("b/1.img", 4, 20);
		final DataAudit audit = audit();
		says(audit, Severity.NOTE,
			"6 of 14 images come from 2 stacks of 2 to 4 slices (z) and 1 frame " +
				"(t), each plane an image of its own.", "planes=middle");
		assertEquals(List.of("a/1.img", "b/1.img"), finding(audit, Severity.NOTE,
			"come from 2 stacks").files());
		final ClassSummary b = audit.classes().get(1);
		assertEquals("1..4", b.slices().toString());
		assertEquals("1", b.frames().toString());
		assertEquals(4, audit.data().images().get(13).slices());
		assertEquals(1, audit.data().images().get(0).slices());
	}

	@Test
	void stacksThatBecomeOneImageKeepTheirNumbers() throws IOException {
		stack("a/1.img", 3, 10);
		stack("b/1.img", 3, 20);
		final DataAudit audit = audit("auto", PlanePolicy.MAXIMUM);
		says(audit, Severity.NOTE,
			"All 2 images come from 2 stacks of 3 slices (z) and 1 frame (t), one " +
				"image made of each stack.", "planes=each");
		assertEquals(3, audit.data().images().get(1).slices());
	}

	@Test
	void aFolderOfStacksIsClassesOfPlanes() throws IOException {
		stack("left.img", 2, 10);
		stack("right.img", 9, 30);
		says(audit(), Severity.NOTE,
			"All 11 images come from 2 stacks of 2 to 9 slices (z) and 1 frame (t): " +
				"each stack is a class, each of its planes an image.");
	}

	@Test
	void aLongStackAmongShortOnesIsAWarning() throws IOException {
		fill("a", 4, 0);
		fill("b", 4, 40);
		stack("a/1.img", 2, 10);
		stack("b/1.img", 7, 20);
		says(audit(), Severity.WARNING, "2 to 7 slices (z)",
			"more than three times the planes of the shortest");
		silent(audit("auto", PlanePolicy.MEAN), "more than three times the planes");
	}

	@Test
	void imagesWithoutStacksSayNothingOfPlanes() throws IOException {
		fill("a", 4, 0);
		fill("b", 4, 40);
		silent(audit(), "slice");
	}

	@Test
	void groupsAreCountedAndTheSplitIsTold() throws IOException {
		for (int well = 0; well < 8; well++) {
			fill("a/w" + well, 5, 10 * well);
			fill("b/w" + (8 + well), 5, 10 * well + 5);
		}
		final DataAudit audit = audit("folder", PlanePolicy.EACH);
		assertEquals(8, audit.classes().get(0).groups());
		assertEquals("w0", audit.grouping().groupOf(audit.data().images().get(0)
			.surveyed().sample()));
		says(audit, Severity.NOTE, "Grouped by the folder of the image: 16 groups");
		says(audit, Severity.NOTE, "Training would learn from 60 images of 12 " +
			"groups, validate on 10 of 2 groups and keep 10 of 2 groups " +
			"for the test.");
		final DataAudit alone = audit("none", PlanePolicy.EACH);
		assertEquals(0, alone.classes().get(0).groups());
		silent(alone, "of 12 groups");
	}

	@Test
	void aClassOfFewGroupsIsAWarning() throws IOException {
		for (int well = 0; well < 4; well++) {
			fill("a/w" + well, 5, 10 * well);
			fill("b/v" + well, 5, 10 * well + 50);
		}
		says(audit("folder", PlanePolicy.EACH), Severity.WARNING,
			"Fewer than 5 groups to a class", "'a'");
	}

	@Test
	void groupsThatDoNotFitAreAProblemNotAFailure() throws IOException {
		fill("a", 20, 0);
		fill("b", 20, 40);
		says(audit("column", PlanePolicy.EACH), Severity.PROBLEM,
			"groups=column expects images that declare groups");
		says(audit("well([0-9]+)", PlanePolicy.EACH), Severity.PROBLEM,
			"40 of 40 names do not have it");
	}
}
