
package io.github.cnnclassifier.workflow.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.dataset.source.TextImages;
import io.github.cnnclassifier.image.SampleImage;

/** What is remembered of models, and what dialogs make of it. */
class RecentModelsTest {

	private static final Path DIGITS = Path.of("digits");

	@TempDir
	private Path folder;

	private final Preferences node = Preferences.userRoot().node(
		"io/github/cnnclassifier/test-of-models");
	private final RecentModels recent = new RecentModels(() -> node);

	@BeforeEach
	@AfterEach
	void forgetAll() throws BackingStoreException {
		node.clear();
	}

	@Test
	void theLastOneIsFirstAndEachIsThereOnce() {
		final Path a = folder.resolve("a.zip");
		final Path b = folder.resolve("b.zip");
		recent.trained(a, folder.resolve("images"));
		recent.used(b);
		recent.used(DIGITS);
		recent.used(folder.resolve("sub/../a.zip"));
		assertEquals(List.of(a, DIGITS, b), recent.all());
		assertEquals(Optional.of(folder.resolve("images")), recent.imagesOf(a));
		assertEquals(Optional.empty(), recent.imagesOf(b));
	}

	@Test
	void renamedAndForgottenOnes() {
		final Path a = folder.resolve("a.zip");
		recent.trained(a, folder);
		recent.renamed(a, folder.resolve("c.zip"));
		assertEquals(List.of(folder.resolve("c.zip")), recent.all());
		assertEquals(Optional.of(folder), recent.imagesOf(folder.resolve("c.zip")));
		recent.forget(folder.resolve("c.zip"));
		assertEquals(List.of(), recent.all());
	}

	@Test
	void onlySoManyAreRemembered() {
		for (int i = 0; i < RecentModels.MOST + 5; i++)
			recent.used(folder.resolve(i + ".zip"));
		assertEquals(RecentModels.MOST, recent.all().size());
		assertEquals(folder.resolve(RecentModels.MOST + 4 + ".zip"), recent.all()
			.get(0));
	}

	@Test
	void dialogsOfferWhatIsStillThereAndThenTheFolder() throws IOException {
		final Path models = Files.createDirectory(folder.resolve("CNN models"));
		final Path old = Files.createFile(models.resolve("old.zip"));
		Files.setLastModifiedTime(old, FileTime.fromMillis(1000));
		final Path newer = Files.createFile(models.resolve("newer.zip"));
		final Path used = Files.createFile(folder.resolve("used.zip"));
		recent.used(used);
		recent.used(folder.resolve("gone.zip"));
		final KnownModels known = new KnownModels(recent, models);
		assertEquals(List.of(used, newer, old, DIGITS), known.all());
		assertEquals(Optional.of(used), known.last());
	}

	@Test
	void withoutAnyThereAreTheDigits() {
		final KnownModels known = new KnownModels(recent, folder.resolve("none"));
		assertEquals(List.of(DIGITS), known.all());
		assertEquals(Optional.empty(), known.last());
	}

	@Test
	void aModelIsKnownByItsTrainingImagesWhileTheyAreThere() throws IOException {
		final Path model = SmallModels.write(folder.resolve("m.zip"),
			"2026-01-31T12:00:00Z");
		final ModelPictures pictures = new ModelPictures(new TextImages(), recent);
		final List<SampleImage> test = pictures.of(model);
		assertEquals(1, test.size());
		assertEquals(16, test.get(0).width());
		for (final String name : List.of("a/1.img", "b/1.img", "b/2.img"))
			TextImages.write(folder.resolve("images").resolve(name), 1, 7);
		Files.writeString(folder.resolve("images/notes.txt"), "");
		recent.trained(model, folder.resolve("images"));
		assertEquals(2, pictures.of(model).size());
		assertTrue(pictures.of(model).get(0).source().contains("1.img"));
	}

	@Test
	void imagesOfAListAndOfDividedFoldersAreFoundAsWell() throws IOException {
		final Path model = SmallModels.write(folder.resolve("m.zip"),
			"2026-01-31T12:00:00Z");
		final ModelPictures pictures = new ModelPictures(new TextImages(), recent);
		for (final String name : List.of("a1.img", "a2.img", "b1.img"))
			TextImages.write(folder.resolve("crops").resolve(name), 1, 7);
		recent.trained(model, Files.writeString(folder.resolve("labels.csv"),
			"path,class\ncrops/a1.img,a\ncrops/a2.img,a\ncrops/b1.img,b\n"));
		assertEquals(2, pictures.of(model).size());
		for (final String name : List.of("train/a/1.img", "train/b/1.img",
			"train/c/1.img", "test/a/2.img", "test/b/2.img", "test/c/2.img"))
			TextImages.write(folder.resolve("divided").resolve(name), 1, 7);
		recent.trained(model, folder.resolve("divided"));
		assertEquals(3, pictures.of(model).size());
		recent.trained(model, folder.resolve("gone.csv"));
		assertEquals(1, pictures.of(model).size(), "the self-test's");
	}
}
