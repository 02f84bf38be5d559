
package io.github.cnnclassifier.imagej.map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.reader.TiffHead;
import io.github.cnnclassifier.storage.PendingFile;

class TiffRowsTest {

	private static final int WIDTH = 7;
	private static final int HEIGHT = 5;

	@TempDir
	Path folder;

	private static ImagePlus oneRow(final int width, final int planes) {
		final ImageStack stack = new ImageStack(width, 1);
		for (int i = 1; i <= planes; i++) {
			stack.addSlice("plane " + i, new FloatProcessor(width, 1));
		}
		return new ImagePlus("rows", stack);
	}

	private static float[] row(final int plane, final int y) {
		final float[] row = new float[WIDTH];
		for (int x = 0; x < WIDTH; x++) {
			row[x] = plane * 100 + y * 10 + x + 0.5f;
		}
		return row;
	}

	private Path written() throws IOException {
		final Path file = folder.resolve("rows.tif");
		try (PendingFile pending = PendingFile.open(file)) {
			final PlaneRows rows = TiffRows.create(pending, oneRow(WIDTH, 3), HEIGHT);
			for (int y = 0; y < HEIGHT; y++) {
				for (int plane = 2; plane >= 0; plane--) {
					rows.put(plane, y, row(plane, y), 0);
				}
			}
			pending.commit();
		}
		return file;
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void imageJReadsAllPlanes(final boolean littleEndian) throws IOException {
		final boolean before = Prefs.intelByteOrder;
		Prefs.intelByteOrder = littleEndian;
		try {
			final ImagePlus image = IJ.openImage(written().toString());
			assertEquals(WIDTH + " x " + HEIGHT + " x 3", image.getWidth() + " x " +
				image.getHeight() + " x " + image.getStackSize());
			for (int plane = 0; plane < 3; plane++) {
				assertEquals("plane " + (plane + 1), image.getStack().getSliceLabel(
					plane + 1));
				for (int y = 0; y < HEIGHT; y++) {
					final float[] found = new float[WIDTH];
					image.getStack().getVoxels(0, y, plane, WIDTH, 1, 1, found);
					assertArrayEquals(row(plane, y), found);
				}
			}
		}
		finally {
			Prefs.intelByteOrder = before;
		}
	}

	/** Java's own reader knows nothing of ImageJ's description. */
	@Test
	void otherReadersFindAllPlanes() throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(written()
			.toFile()))
		{
			final ImageReader reader = ImageIO.getImageReadersByFormatName("tiff")
				.next();
			reader.setInput(in);
			assertEquals(3, reader.getNumImages(true));
			for (int plane = 0; plane < 3; plane++) {
				assertArrayEquals(row(plane, 4), reader.read(plane).getRaster()
					.getPixels(0, 4, WIDTH, 1, (float[]) null));
			}
		}
	}

	@Test
	void beyondFourGigabytesOnlyTheDescriptionTellsThePlanes()
		throws IOException
	{
		final TiffHead head = TiffHead.of(oneRow(10_000, 20), 10_000);
		assertEquals(0, head.tail().length);
		assertEquals(head.bytes().length + 20 * 400_000_000L, head.tailPosition());
		final ByteBuffer bytes = ByteBuffer.wrap(head.bytes()).order(head.order());
		assertEquals(0, bytes.getInt(10 + 12 * bytes.getShort(8)));
		final String text = new String(head.bytes(),
			java.nio.charset.StandardCharsets.ISO_8859_1);
		assertTrue(text.contains("images=20\nslices=20\n"), text);
	}

	@Test
	void planeOfMoreThanFourGigabytesIsAnError() {
		final String message = assertThrows(UserFailure.class, () -> TiffHead.of(
			new ImagePlus("", new ShortProcessor(70_000, 1)), 60_000)).getMessage();
		assertTrue(message.contains("70000 x 60000"), message);
	}
}
