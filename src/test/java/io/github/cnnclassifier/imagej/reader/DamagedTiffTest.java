
package io.github.cnnclassifier.imagej.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import io.github.cnnclassifier.imagej.reader.TinyTiff.Page;

/** TIFF files that are damaged, or claim what they do not hold. */
@Timeout(20)
class DamagedTiffTest extends ImageFiles {

	private static final int PIXELS = SIDE * SIDE;

	private static byte[] values() {
		final byte[] values = new byte[PIXELS];
		for (int i = 0; i < values.length; i++) {
			values[i] = (byte) (100 + i / 7 % 100);
		}
		return values;
	}

	private static byte[] packed(final int compression, final byte[] pixels) {
		return switch (compression) {
			case TinyTiff.DEFLATE -> TinyTiff.deflated(pixels);
			case TinyTiff.LZW -> TinyTiff.lzw(pixels);
			default -> TinyTiff.packedBits(pixels);
		};
	}

	private static Page page() {
		return new Page(SIDE, SIDE, 8);
	}

	private Path write(final byte[] tiff) throws IOException {
		return Files.write(folder.resolve("image.tif"), tiff);
	}

	private String refusal(final byte[] tiff) throws IOException {
		final Path file = write(tiff);
		final String reason = assertThrows(IOException.class, () -> reader.read(
			file)).getMessage();
		assertEquals(reason, assertThrows(IOException.class, () -> reader.planes(
			file)).getMessage());
		assertThrows(IOException.class, () -> reader.open(file));
		assertTrue(reason.length() < 300, reason);
		return reason;
	}

	@Test
	void aDirectoryThatNamesItselfAsNextEnds() throws IOException {
		final byte[] tiff = TinyTiff.file(page().strips(values()));
		final ByteBuffer loop = ByteBuffer.wrap(tiff).order(
			ByteOrder.LITTLE_ENDIAN);
		loop.putInt(tiff.length - 4, loop.getInt(4));
		assertTrue(refusal(tiff).contains("page 2 is page 1 again"));
		assertThrows(IOException.class, () -> reader.planeCount(write(tiff)));
	}

	@ParameterizedTest
	@ValueSource(ints = { TiffTag.STRIP_OFFSETS, TiffTag.STRIP_BYTE_COUNTS,
		TiffTag.BITS_PER_SAMPLE, TiffTag.DESCRIPTION, TiffTag.SOFTWARE,
		TiffTag.IMAGEJ_COUNTS, TiffTag.IMAGEJ_DATA })
	void countsAreComparedWithTheLengthOfTheFile(final int tag)
		throws IOException
	{
		final byte[] tiff = TinyTiff.file(page().strips(values()).with(
			TiffTag.SOFTWARE, "by hand").with(TiffTag.DESCRIPTION, "an image").with(
				TiffTag.IMAGEJ_COUNTS, 12, 4).with(TiffTag.IMAGEJ_DATA, 1, 2));
		final ByteBuffer entries = ByteBuffer.wrap(tiff).order(
			ByteOrder.LITTLE_ENDIAN);
		for (final int count : new int[] { 15_000_000, 2_000_000_000, -1 }) {
			int at = entries.getInt(4) + 2;
			while (entries.getShort(at) != (short) tag) {
				at += 12;
			}
			entries.putInt(at + 4, count);
			assertTrue(refusal(tiff).contains("claims " + (count & 0xffffffffL) +
				" values"));
		}
	}

	@Test
	void partsOfTheMetadataOfImageJAreComparedWithTheirNumber()
		throws IOException
	{
		final Page page = page().strips(values()).with(TiffTag.IMAGEJ_COUNTS, 12, 4)
			.with(TiffTag.IMAGEJ_DATA, 0x494a494aL, 0x6f766572L, 2_000_000_000L, 0);
		assertTrue(refusal(TinyTiff.file(page)).contains("metadata claims"));
	}

	@Test
	void fewBytesThatClaimAHugeImageAreDamaged() throws IOException {
		final byte[] bomb = TinyTiff.file(new Page(40_000, 40_000, 8).with(
			TiffTag.COMPRESSION, TinyTiff.DEFLATE).strips(TinyTiff.deflated(
				new byte[100])));
		assertTrue(refusal(bomb).contains("damaged"));
		assertTrue(refusal(TinyTiff.file(new Page(40_000, 40_000, 8).strips(
			new byte[100]))).contains("expected 1600000000 bytes"));
	}

	@ParameterizedTest
	@ValueSource(ints = { TinyTiff.DEFLATE, TinyTiff.LZW, TinyTiff.PACK_BITS })
	void stripsThatAreShortAreNotReadAsBlack(final int compression)
		throws IOException
	{
		final byte[] half = Arrays.copyOf(values(), PIXELS / 2);
		assertTrue(refusal(TinyTiff.file(page().with(TiffTag.COMPRESSION,
			compression).strips(packed(compression, half)))).contains(
				"of 1600 bytes of pixels"));
		final byte[] whole = packed(compression, values());
		for (final int cut : new int[] { 1, whole.length / 3, whole.length * 9 /
			10 })
		{
			assertTrue(refusal(TinyTiff.file(page().with(TiffTag.COMPRESSION,
				compression).strips(Arrays.copyOf(whole, cut)))).contains("damaged"));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { TinyTiff.DEFLATE, TinyTiff.LZW, TinyTiff.PACK_BITS })
	void wholeStripsAreRead(final int compression) throws IOException {
		final byte[] second = Arrays.copyOfRange(values(), 600, PIXELS);
		final Path file = write(TinyTiff.file(page().with(TiffTag.COMPRESSION,
			compression).with(TiffTag.ROWS_PER_STRIP, 15).strips(packed(compression,
				Arrays.copyOf(values(), 600)), packed(compression, Arrays.copyOf(second,
					600)), packed(compression, Arrays.copyOfRange(second, 600,
						second.length)))));
		assertArrayEquals(expected(), reader.read(file).pixels().toFloats());
		assertArrayEquals(expected(), (float[]) reader.open(file).getProcessor()
			.convertToFloatProcessor().getPixels());
	}

	/** The last bits of the compression are filling, and mean nothing. */
	@Test
	void flippedBitsOfDeflateAreFound() throws IOException {
		final byte[] packed = TinyTiff.deflated(values());
		int read = 0;
		for (int i = 0; i < packed.length; i++) {
			final byte[] flipped = packed.clone();
			flipped[i] ^= 1 << i % 8;
			final Path file = write(TinyTiff.file(page().with(TiffTag.COMPRESSION,
				TinyTiff.DEFLATE).strips(flipped)));
			try {
				assertArrayEquals(expected(), reader.read(file).pixels().toFloats());
				read++;
			}
			catch (final IOException e) {
				assertTrue(e.getMessage().contains("damaged"), e.getMessage());
			}
		}
		assertTrue(read <= 1, read + " flipped bits not found");
	}

	private static float[] expected() {
		final float[] expected = new float[PIXELS];
		for (int i = 0; i < PIXELS; i++) {
			expected[i] = values()[i] & 0xff;
		}
		return expected;
	}

	/** A seeded sample of files with a few wrong bytes. */
	@Test
	void filesWithWrongBytesAreReadOrRefused() throws IOException {
		final Random random = new Random(5);
		for (int i = 0; i < 600; i++) {
			final int compression = new int[] { 1, TinyTiff.DEFLATE, TinyTiff.LZW,
				TinyTiff.PACK_BITS }[i % 4];
			final byte[] tiff = TinyTiff.file(page().with(TiffTag.COMPRESSION,
				compression).with(TiffTag.DESCRIPTION,
					"ImageJ=1.54p\nimages=2\nchannels=2\n").with(TiffTag.IMAGEJ_COUNTS,
						12, 4).with(TiffTag.IMAGEJ_DATA, 0x494a494aL, 0x6c61626cL, 1, 0)
				.strips(compression == 1 ? Arrays.copyOf(values(), 2 * PIXELS) : packed(
					compression, values())));
			for (int n = random.nextInt(4); n >= 0; n--) {
				final int at = random.nextInt(3) > 0 ? tiff.length - 1 - random.nextInt(
					220) : random.nextInt(tiff.length);
				tiff[at] = (byte) random.nextInt();
			}
			final Path file = write(tiff);
			try {
				reader.planes(file).plane(0);
			}
			catch (final IOException e) {
				assertTrue(e.getMessage().length() < 300, e.getMessage());
			}
		}
	}

	/** Its bytes are all there; only the memory is too small. */
	@Test
	void anIntactImageThatDoesNotFitTheMemoryIsTooLarge() throws IOException {
		final long values = Runtime.getRuntime().maxMemory() / 8 + 1_000_000;
		assumeTrue(values < Integer.MAX_VALUE - 8);
		final int side = (int) Math.sqrt(values) + 1;
		final String reason = sparse(new Page(side, side, 32), 4L * side * side);
		assertTrue(reason.contains("too large for the memory"), reason);
		assertTrue(reason.contains(side + " x " + side + " pixels"), reason);
	}

	@Test
	void colorsOfMoreValuesThanAnArrayHoldsAreTooLarge() throws IOException {
		final int side = 27_000;
		final String reason = sparse(new Page(side, side, 8).with(
			TiffTag.BITS_PER_SAMPLE, 8, 8, 8).with(TiffTag.PHOTOMETRIC, 2).with(
				TiffTag.SAMPLES_PER_PIXEL, 3), 3L * side * side);
		assertTrue(reason.contains("27000 x 27000 pixels is too large"), reason);
	}

	/** With pixels that take no place on the disk. */
	private String sparse(final Page page, final long pixelBytes)
		throws IOException
	{
		page.with(TiffTag.STRIP_OFFSETS, 4096).with(TiffTag.STRIP_BYTE_COUNTS, Math
			.min(pixelBytes, 0xffffffffL));
		final Path file = write(TinyTiff.file(page));
		try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
			out.setLength(4096 + pixelBytes);
		}
		assertEquals(1, reader.planeCount(file));
		return assertThrows(IOException.class, () -> reader.read(file))
			.getMessage();
	}

	@Test
	void noneOfThemMakesImageJShowAnError() throws IOException {
		refusal(TinyTiff.file(page().with(TiffTag.COMPRESSION, TinyTiff.LZW).strips(
			new byte[] { 1, 2, 3 })));
		assertEquals(null, IJ.getErrorMessage());
	}
}
