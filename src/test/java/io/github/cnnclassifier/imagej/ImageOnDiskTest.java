
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;

/** Whether an open image is on the disk as it is seen. */
class ImageOnDiskTest {

	@TempDir
	private Path folder;

	private final ImageReader reader = new ImageJImageReader();

	private static ImagePlus stack(final String title) {
		final ImageStack stack = new ImageStack(4, 3);
		for (int i = 0; i < 3; i++) {
			final ShortProcessor plane = new ShortProcessor(4, 3);
			plane.set(1, 1, 1000 * (i + 1));
			stack.addSlice("plane " + i, plane);
		}
		return new ImagePlus(title, stack);
	}

	private ImagePlus opened() {
		final Path file = folder.resolve("cells.tif");
		assertTrue(new FileSaver(stack("cells")).saveAsTiffStack(file.toString()));
		return IJ.openImage(file.toString());
	}

	private ImageOnDisk of(final ImagePlus image) {
		return ImageOnDisk.of(image, reader);
	}

	@Test
	void anImageThatWasOpenedIsItsFile() {
		assertEquals(Optional.of(folder.resolve("cells.tif")), of(opened()).file());
		assertEquals("", of(opened()).difference());
	}

	@Test
	void aChangedImageIsNotItsFileAndIsSavedBesideIt() throws IOException {
		final ImagePlus image = opened();
		image.getProcessor().set(0, 0, 7);
		image.changes = true;
		final byte[] before = Files.readAllBytes(folder.resolve("cells.tif"));
		final ImageOnDisk disk = of(image);
		assertEquals(Optional.empty(), disk.file());
		assertEquals("'cells.tif' was changed since it was saved as 'cells.tif'.",
			disk.difference());
		assertEquals(folder.resolve("cells-2.tif"), disk.proposed());
		disk.save(disk.proposed());
		assertArrayEquals(before, Files.readAllBytes(folder.resolve("cells.tif")));
		assertEquals(Optional.of(folder.resolve("cells-2.tif")), of(image).file());
		assertEquals("cells-2.tif", image.getTitle());
		assertEquals(7, reader.planes(folder.resolve("cells-2.tif")).plane(0)
			.pixels().get(0));
	}

	@Test
	void aSliceThatWasDeletedIsAChange() {
		final ImagePlus image = opened();
		final ImageStack rest = image.getStack();
		rest.deleteSlice(2);
		image.setStack(rest);
		image.changes = false;
		assertTrue(of(image).file().isEmpty());
	}

	@Test
	void anImageThatWasNeverSavedIsSavedWhereSomebodyWants() throws IOException {
		final ImagePlus image = stack("a: <new> stack");
		final ImageOnDisk disk = of(image);
		assertEquals("'a: <new> stack' was never saved.", disk.difference());
		assertEquals("CNN images", disk.proposed().getParent().getFileName()
			.toString());
		assertEquals("a_ _new_ stack.tif", disk.proposed().getFileName()
			.toString());
		final Path file = folder.resolve("new folder/stack.tif");
		disk.save(file);
		assertEquals(Optional.of(file), of(image).file());
		assertFalse(image.changes);
		assertEquals(3, reader.planeCount(file));
		assertEquals(3000, reader.planes(file).plane(2).pixels().get(5));
		assertTrue(assertThrows(UserFailure.class, () -> of(image).save(file))
			.getMessage().contains("not replaced"));
		try (var all = Files.list(file.getParent())) {
			assertEquals(1, all.count());
		}
	}

	@Test
	void aFileThatIsGoneIsTold() throws IOException {
		final ImagePlus image = opened();
		Files.delete(folder.resolve("cells.tif"));
		assertTrue(of(image).difference().contains("is not there any more"));
		assertTrue(of(image).file().isEmpty());
	}
}
