
package io.github.cnnclassifier.dataset.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.TextImages;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.progress.Progress;

/** Classes, files and copies of known faults. */
class DataAuditTest extends InspectedFolder {

	@Test
	void soundImagesGetNotesOnly() throws IOException {
		for (int i = 0; i < 40; i++) {
			write("a/%03d.img".formatted(i), i, 100, 3, 200 - i);
			write("b/%03d.img".formatted(i), 100, i, 200 - i, 3);
		}
		final DataAudit audit = audit();
		assertEquals(0, audit.count(Severity.PROBLEM) + audit.count(
			Severity.WARNING), texts(audit));
		says(audit, Severity.NOTE, "All images have 4 x 1 pixels.");
		says(audit, Severity.NOTE, "All images are 8 bit.");
		says(audit, Severity.NOTE, "All images are gray.");
		says(audit, Severity.NOTE, "8-bit images hold 0 to 200.");
		says(audit, Severity.NOTE,
			"Training would learn from 56 images, validate on 12 and " +
				"keep 12 for the test.");
		says(audit, Severity.NOTE, "width=28 height=28 channels=as-is range=0..255",
			"The pixel values lie within 0..255");
	}

	@Test
	void findingsComeInTheOrderOfTheirSeverity() throws IOException {
		fill("a", 3, 0);
		write("b/1.img", 5);
		final List<Severity> severities = audit().findings().stream().map(
			Finding::severity).toList();
		assertEquals(severities.stream().sorted().toList(), severities);
		assertTrue(severities.contains(Severity.PROBLEM));
		assertTrue(severities.contains(Severity.NOTE));
	}

	@Test
	void aClassWithOneImageIsToBeLeftOut() throws IOException {
		fill("a", 30, 0);
		fill("c, d", 30, 40);
		write("baso/1.img", 1, 2);
		write("copies/1.img", 7, 8);
		write("copies/2.img", 7, 8);
		final DataAudit audit = audit();
		says(audit, Severity.PROBLEM,
			"2 classes have too few images: 'baso' has only one image, 'copies' has " +
				"only one image (the other is a copy of it);",
			"leave these classes out: exclude=baso,copies.");
		says(audit("copies"), Severity.PROBLEM,
			"The class 'baso' has only one image;",
			"leave the class out: exclude=baso.");
		says(audit, Severity.NOTE,
			"With exclude=baso,copies: Training would learn from 40 images");
		silent(audit("baso", "copies"), "only one image");
	}

	@Test
	void whatTrainingCountsForAnotherClassIsMissingInThisOne()
		throws IOException
	{
		write("a/1.img", 1, 2);
		write("a/2.img", 3, 4);
		write("b/1.img", 1, 2);
		write("b/2.img", 5, 6);
		says(audit(), Severity.PROBLEM, "The class 'b' has only one image of its " +
			"own (the other is a copy of one in the class 'a');");
	}

	@Test
	void oneClassIsReportedNotRefused() throws IOException {
		fill("a", 5, 0);
		final DataAudit audit = audit();
		says(audit, Severity.PROBLEM, "found only 'a'");
		assertEquals(5, audit.data().images().size());
	}

	@Test
	void imagesWithoutClassFoldersAreReported() throws IOException {
		write("1.img", 1, 2);
		write("2.img", 3, 4);
		Files.writeString(root.resolve("notes.txt"), "words");
		final DataAudit audit = audit();
		says(audit, Severity.PROBLEM, "lie in the folder itself", "sub-folder");
		assertEquals(2, audit.data().images().size());
		says(audit, Severity.NOTE, "1 entry was left out, not an image: notes.txt");
		says(audit, Severity.NOTE, "Left to itself, training would choose");
	}

	@Test
	void classesThatDifferOnlyInCaseAreReported() throws IOException {
		LabeledImages images = new LabeledImages("memory", List.of("Cell", "cell"),
			List.of(), List.of());
		says(DataAudit.of(images, 0, Progress.none()), Severity.PROBLEM,
			"differ only in case");
		images = new LabeledImages("memory", List.of("a"), List.of(), List.of());
		silent(DataAudit.of(images, 0, Progress.none()), "differ only in case");
	}

	@Test
	void aClassWithoutTrainingImagesIsReported() throws IOException {
		fill("train/a", 4, 0);
		fill("train/b", 4, 20);
		fill("test/c", 2, 40);
		says(audit(), Severity.PROBLEM,
			"'c' is missing from the training images of", "exclude=c");
	}

	@Test
	void missingAndEmptyFoldersAreFailures() {
		final UserFailure empty = assertThrows(UserFailure.class, this::audit);
		assertTrue(empty.getMessage().contains("is empty"), empty.getMessage());
		final UserFailure missing = assertThrows(UserFailure.class,
			() -> LabeledImages.openAsFound(root.resolve("nowhere"), new TextImages(),
				Set.of()));
		assertTrue(missing.getMessage().contains("does not exist"), missing
			.getMessage());
	}

	@Test
	void excludingEverythingOrNothingKnownIsAFailure() throws IOException {
		fill("a", 2, 0);
		assertTrue(assertThrows(UserFailure.class, () -> audit("a")).getMessage()
			.contains("all of its classes are excluded"));
		assertTrue(assertThrows(WrongUsage.class, () -> audit("z")).getMessage()
			.contains("'z'"));
	}

	@Test
	void imbalanceTellsWhatAGuessWouldReach() throws IOException {
		fill("many", 90, 0);
		fill("rare", 10, 100);
		final DataAudit audit = audit();
		says(audit, Severity.WARNING, "'many' has 90 images, 'rare' 10",
			"right for 90 %", "balanced accuracy");
		says(audit, Severity.WARNING, "Few different images: 'rare' (10).");
	}

	@Test
	void anImageInTwoClassesIsAProblem() throws IOException {
		fill("a", 20, 0);
		fill("b", 20, 40);
		write("a/x.img", 9, 9, 1);
		write("b/y.img", 9, 9, 1);
		final DataAudit audit = audit();
		final Finding found = finding(audit, Severity.PROBLEM,
			"1 image occurs in different classes");
		assertTrue(found.text().contains("a/x.img = b/y.img"), found.text());
		assertEquals(List.of("a/x.img", "b/y.img"), found.files());
		final ImageGroups groups = audit.data().duplicates();
		assertEquals(1, groups.groups().size());
		assertEquals(1, groups.numberOf(20));
		assertEquals(1, groups.numberOf(41));
		assertEquals(0, groups.numberOf(0));
		silent(audit, "more than once");
	}

	@Test
	void copiesInAClassAndOnTwoSidesAreWarnings() throws IOException {
		fill("train/a", 20, 0);
		fill("train/b", 20, 40);
		fill("test/a", 1, 90);
		fill("test/b", 1, 91);
		write("train/a/x.img", 9, 1);
		write("train/a/y.img", 9, 1);
		write("test/a/z.img", 9, 1);
		final DataAudit audit = audit();
		says(audit, Severity.WARNING, "1 image exists more than once: ",
			"train/a/x.img = train/a/y.img");
		says(audit, Severity.WARNING,
			"1 image is on several sides of the declared split", "test/a/z.img");
	}

	/** A bright spot, 16 x 16 pixels, and one pixel that differs a little. */
	private void spot(final String name, final int x, final int change)
		throws IOException
	{
		final StringBuilder text = new StringBuilder("16 16 1 8");
		for (int i = 0; i < 256; i++) {
			final double distance = Math.hypot(i % 16 - x, i / 16 - 5);
			text.append(' ').append((int) (200 / (1 + distance)) + (i == 77 ? change
				: 0));
		}
		writeText(name, text.toString());
	}

	@Test
	void nearlyEqualImagesAreGroupsWithTheirCopies() throws IOException {
		fill("a", 20, 0);
		fill("b", 20, 40);
		spot("a/x.img", 4, 0);
		spot("a/y.img", 4, 1);
		final DataAudit same = audit();
		says(same, Severity.WARNING, "1 group of images of one class is nearly " +
			"equal: a/x.img = a/y.img");
		silent(same, "in different classes");
		spot("b/z.img", 4, 2);
		spot("b/copy.img", 4, 2);
		spot("b/other.img", 9, 0);
		final DataAudit audit = audit();
		assertEquals(List.of("a/x.img", "a/y.img", "b/copy.img", "b/z.img"),
			finding(audit, Severity.WARNING,
				"1 group of images in different classes is nearly equal").files());
		assertEquals(1, audit.data().nearDuplicates().numberOf(20));
		assertEquals(0, audit.data().duplicates().numberOf(20));
	}

	@Test
	void nearlyEqualImagesOnTwoSidesAreAWarning() throws IOException {
		fill("train/a", 20, 0);
		fill("train/b", 20, 40);
		fill("test/b", 2, 90);
		spot("train/a/x.img", 4, 0);
		spot("test/a/y.img", 4, 1);
		says(audit(), Severity.WARNING,
			"1 group of images on several sides of the declared split is nearly " +
				"equal: train/a/x.img = test/a/y.img");
	}

	@Test
	void unreadableImagesAreNamedWithTheirReasons() throws IOException {
		fill("a", 20, 0);
		fill("b", 20, 40);
		writeText("b/broken.img", "");
		final DataAudit audit = audit();
		final Finding found = finding(audit, Severity.WARNING,
			"1 image of 41 cannot be read");
		assertTrue(found.text().contains("'b/broken.img' - The file is cut short."),
			found.text());
		assertEquals(List.of("b/broken.img"), found.files());
		assertEquals(1, audit.classes().get(1).unreadable());
	}

	@Test
	void nothingReadableIsReportedNotRefused() throws IOException {
		writeText("a/1.img", "");
		writeText("b/1.img", "");
		final DataAudit audit = audit();
		says(audit, Severity.PROBLEM, "None of the 2 images can be read");
		says(audit, Severity.PROBLEM,
			"2 classes have too few images: 'a' has no image that can be read, ");
		assertEquals("", audit.classes().get(0).width().toString());
		assertTrue(Double.isNaN(audit.classes().get(0).min()));
	}

	@Test
	void skippedFilesAreGroupedByReason() throws IOException {
		fill("a", 20, 0);
		fill("b", 20, 40);
		for (final String name : List.of("a/x.txt", "b/y.txt", "b/.hidden.img"))
			Files.writeString(root.resolve(name), "words");
		final DataAudit audit = audit();
		assertEquals(List.of("a/x.txt", "b/y.txt"), finding(audit, Severity.NOTE,
			"2 entries were left out, not an image").files());
		finding(audit, Severity.NOTE, "1 entry was left out, hidden");
	}

	@Test
	void classesAreSummedUp() throws IOException {
		write("a/1.img", 1, 2, 3);
		write("a/2.img", 1, 2, 3);
		write("a/3.img", 4, 5, 255, 5);
		write("b/1.img", 7, 8);
		final ClassSummary a = audit().classes().get(0);
		assertEquals("a", a.label());
		assertEquals(3, a.images());
		assertEquals(2, a.different());
		assertEquals("3..4", a.width().toString());
		assertEquals("1", a.height().toString());
		assertEquals(List.of(1), a.channels());
		assertEquals(List.of(8), a.bitDepths());
		assertEquals(1, a.min());
		assertEquals(255, a.max());
		assertEquals((2 + 2 + 269 / 4.0) / 3, a.mean(), 1e-12);
		assertEquals(1, a.saturated());
	}
}
