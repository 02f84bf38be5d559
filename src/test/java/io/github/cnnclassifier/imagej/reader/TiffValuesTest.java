
package io.github.cnnclassifier.imagej.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.reader.TinyTiff.Page;

/**
 * What the pixels of a TIFF file become. The expected values were worked out by
 * hand from the TIFF 6.0 specification, not taken from a tool. To compare them
 * with one, write the bytes of a test to a file and run
 *
 * <pre>
 * python -c "import tifffile, sys; print(tifffile.__version__, tifffile.imread(sys.argv[1]))" FILE
 * </pre>
 *
 * 1, 2 and 4 bits are spread over 0 to 255 here, as ImageJ spreads 1 bit.
 */
class TiffValuesTest extends ImageFiles {

	/** Byte orders of a file. */
	enum Order {

			LITTLE(ByteOrder.LITTLE_ENDIAN), BIG(ByteOrder.BIG_ENDIAN);

		private final ByteOrder bytes;

		Order(final ByteOrder bytes) {
			this.bytes = bytes;
		}
	}

	private static byte[] bytes(final int... values) {
		final byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return bytes;
	}

	private SampleImage read(final byte[] tiff) throws IOException {
		final Path file = Files.write(folder.resolve("image.tif"), tiff);
		final SampleImage read = reader.read(file);
		final SampleImage opened = ImagePlusAdapter.current(reader.open(file));
		assertArrayEquals(read.pixels().toFloats(), opened.pixels().toFloats(),
			"opened as an image");
		assertEquals(read.isRgb(), opened.isRgb());
		return read;
	}

	private float[] values(final Page page) throws IOException {
		return read(TinyTiff.file(page)).pixels().toFloats();
	}

	private String refusal(final Page page) throws IOException {
		final Path file = Files.write(folder.resolve("image.tif"), TinyTiff.file(
			page));
		final String reason = assertThrows(IOException.class, () -> reader.read(
			file)).getMessage();
		assertFalse(reason.contains("damaged"), reason);
		return reason;
	}

	/** 10 pixels in a row of 2 bytes. */
	private static final byte[] ONE_BIT = bytes(0b1010_0000, 0b1100_0000,
		0b0000_1111, 0b0100_0000);
	private static final float[] ONE_BIT_VALUES = { 255, 0, 255, 0, 0, 0, 0, 0,
		255, 255, 0, 0, 0, 0, 255, 255, 255, 255, 0, 255 };

	@Test
	void oneBitIsSpreadAsImageJDoes() throws IOException {
		assertArrayEquals(ONE_BIT_VALUES, values(new Page(10, 2, 1).strips(
			ONE_BIT)));
	}

	@Test
	void oneBitIsReadFromEveryCompression() throws IOException {
		assertArrayEquals(ONE_BIT_VALUES, values(new Page(10, 2, 1).with(
			TiffTag.COMPRESSION, TinyTiff.PACK_BITS).strips(TinyTiff.packedBits(
				ONE_BIT))));
		assertArrayEquals(ONE_BIT_VALUES, values(new Page(10, 2, 1).with(
			TiffTag.COMPRESSION, TinyTiff.LZW).strips(TinyTiff.lzw(ONE_BIT))));
		assertArrayEquals(ONE_BIT_VALUES, values(new Page(10, 2, 1).with(
			TiffTag.COMPRESSION, TinyTiff.DEFLATE).strips(TinyTiff.deflated(
				ONE_BIT))));
	}

	@Test
	void theLowestBitComesFirstInTheOtherFillOrder() throws IOException {
		assertArrayEquals(ONE_BIT_VALUES, values(new Page(10, 2, 1).with(
			TiffTag.FILL_ORDER, 2).strips(bytes(0b0000_0101, 0b0000_0011, 0b1111_0000,
				0b0000_0010))));
	}

	@Test
	void twoAndFourBitsAreSpreadAsOneBitIs() throws IOException {
		assertArrayEquals(new float[] { 0, 85, 170, 255, 85 }, values(new Page(5, 1,
			2).strips(bytes(0b00_01_10_11, 0b01_00_00_00))));
		assertArrayEquals(new float[] { 0, 17, 255, 136, 34, 51 }, values(new Page(
			3, 2, 4).strips(bytes(0x01, 0xf0, 0x82, 0x30))));
	}

	@Test
	void tenTwelveAndFourteenBitsKeepTheirValues() throws IOException {
		assertArrayEquals(new float[] { 0x123, 0xfff, 1 }, values(new Page(3, 1, 12)
			.strips(bytes(0x12, 0x3f, 0xff, 0x00, 0x10))));
		assertArrayEquals(new float[] { 1023, 1, 512 }, values(new Page(3, 1, 10)
			.strips(bytes(0b1111_1111, 0b1100_0000, 0b0001_1000, 0b0000_0000))));
		assertArrayEquals(new float[] { 16383, 1 }, values(new Page(2, 1, 14)
			.strips(bytes(0xff, 0xfc, 0x00, 0x10))));
	}

	@ParameterizedTest
	@EnumSource
	void thirtyTwoBitsWithoutASignStayPositive(final Order order)
		throws IOException
	{
		final ByteBuffer pixels = ByteBuffer.allocate(8).order(order.bytes).putInt(
			0x80000000).putInt(7);
		assertArrayEquals(new float[] { 2147483648f, 7 }, read(TinyTiff.file(
			order.bytes, new Page(2, 1, 32).strips(pixels.array()))).pixels()
			.toFloats());
		assertArrayEquals(new float[] { -2147483648f, 7 }, read(TinyTiff.file(
			order.bytes, new Page(2, 1, 32).with(TiffTag.SAMPLE_FORMAT, 2).strips(
				pixels.array()))).pixels().toFloats());
	}

	@ParameterizedTest
	@EnumSource
	void doublePrecisionIsRead(final Order order) throws IOException {
		final ByteBuffer pixels = ByteBuffer.allocate(16).order(order.bytes)
			.putDouble(-0.25).putDouble(1e5);
		assertArrayEquals(new float[] { -0.25f, 1e5f }, read(TinyTiff.file(
			order.bytes, new Page(2, 1, 64).with(TiffTag.SAMPLE_FORMAT, 3).strips(
				pixels.array()))).pixels().toFloats());
	}

	/** Signed 16 bit has its true values, in every compression. */
	@Test
	void signedSixteenBitsAreRead() throws IOException {
		final byte[] pixels = bytes(0xff, 0xff, 0x00, 0x80, 0x05, 0x00);
		assertArrayEquals(new float[] { -1, -32768, 5 }, values(new Page(3, 1, 16)
			.with(TiffTag.SAMPLE_FORMAT, 2).with(TiffTag.COMPRESSION, TinyTiff.LZW)
			.strips(TinyTiff.lzw(pixels))));
	}

	@Test
	void fourPlanarChannelsAreFourChannels() throws IOException {
		final Page page = new Page(2, 1, 8).with(TiffTag.BITS_PER_SAMPLE, 8, 8, 8,
			8).with(TiffTag.SAMPLES_PER_PIXEL, 4).with(TiffTag.PLANAR_CONFIGURATION,
				2).strips(bytes(1, 2), bytes(3, 4), bytes(5, 6), bytes(7, 8));
		final SampleImage image = read(TinyTiff.file(page));
		assertEquals(4, image.channels());
		assertArrayEquals(new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }, image.pixels()
			.toFloats());
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 4, 5 })
	void channelsOfOnePixelAfterTheOtherAreChannels(final int channels)
		throws IOException
	{
		final long[] bits = new long[channels];
		java.util.Arrays.fill(bits, 16);
		final byte[] pixels = new byte[2 * 2 * channels];
		final float[] expected = new float[2 * channels];
		for (int i = 0; i < 2; i++) {
			for (int c = 0; c < channels; c++) {
				pixels[2 * (i * channels + c)] = (byte) (10 * c + i);
				expected[2 * c + i] = 10 * c + i;
			}
		}
		assertArrayEquals(expected, values(new Page(2, 1, 16).with(
			TiffTag.BITS_PER_SAMPLE, bits).with(TiffTag.SAMPLES_PER_PIXEL, channels)
			.with(TiffTag.PLANAR_CONFIGURATION, 1).strips(pixels)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void transparencyIsLeftOutOfGrayImages(final int planar) throws IOException {
		final Page page = new Page(3, 1, 8).with(TiffTag.BITS_PER_SAMPLE, 8, 8)
			.with(TiffTag.SAMPLES_PER_PIXEL, 2).with(TiffTag.EXTRA_SAMPLES, 2);
		if (planar > 0) page.with(TiffTag.PLANAR_CONFIGURATION, planar);
		page.strips(planar == 2 ? new byte[][] { bytes(9, 8, 7), bytes(255, 0,
			128) } : new byte[][] { bytes(9, 255, 8, 0, 7, 128) });
		assertArrayEquals(new float[] { 9, 8, 7 }, values(page));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void transparencyIsLeftOutOfColorImages(final int planar) throws IOException {
		final SampleImage image = read(TinyTiff.file(new Page(2, 1, 8).with(
			TiffTag.BITS_PER_SAMPLE, 8, 8, 8, 8).with(TiffTag.SAMPLES_PER_PIXEL, 4)
			.with(TiffTag.PHOTOMETRIC, 2).with(TiffTag.EXTRA_SAMPLES, 2).with(
				TiffTag.PLANAR_CONFIGURATION, planar).strips(planar == 2
					? new byte[][] { bytes(1, 2), bytes(3, 4), bytes(5, 6), bytes(0, 99) }
					: new byte[][] { bytes(1, 3, 5, 0, 2, 4, 6, 99) })));
		assertTrue(image.isRgb());
		assertArrayEquals(new float[] { 1, 2, 3, 4, 5, 6 }, image.pixels()
			.toFloats());
	}

	/** Compression, predictor. */
	@ParameterizedTest
	@CsvSource({ "5,1", "5,2", "8,1", "8,2", "32946,2", "32773,1" })
	void colorsOfEveryCompressionAreRead(final int compression,
		final int predictor) throws IOException
	{
		final byte[] stored = predictor == 1 ? bytes(1, 2, 3, 5, 7, 250, 0, 0, 9, 4,
			4, 4) : bytes(1, 2, 3, 4, 5, 247, 0, 0, 9, 4, 4, 251);
		final byte[] packed = compression == TinyTiff.LZW ? TinyTiff.lzw(stored)
			: compression == TinyTiff.PACK_BITS ? TinyTiff.packedBits(stored)
				: TinyTiff.deflated(stored);
		assertArrayEquals(new float[] { 1, 5, 0, 4, 2, 7, 0, 4, 3, 250, 9, 4 },
			values(new Page(2, 2, 8).with(TiffTag.BITS_PER_SAMPLE, 8, 8, 8).with(
				TiffTag.SAMPLES_PER_PIXEL, 3).with(TiffTag.PHOTOMETRIC, 2).with(
					TiffTag.COMPRESSION, compression).with(TiffTag.PREDICTOR, predictor)
				.strips(packed)));
	}

	/** ImageJ refuses the predictor here, and adds 32 bits as fractions. */
	@ParameterizedTest
	@EnumSource
	void differencesOfLongerValuesAreAddedInTheirOwnBits(final Order order)
		throws IOException
	{
		final ByteBuffer colors = ByteBuffer.allocate(12).order(order.bytes);
		for (final int value : new int[] { 1000, 2000, 65535, 1, 2, 3 })
			colors.putShort((short) value);
		assertArrayEquals(new float[] { 1000, 1001, 2000, 2002, 65535, 2 }, read(
			TinyTiff.file(order.bytes, new Page(2, 1, 16).with(
				TiffTag.BITS_PER_SAMPLE, 16, 16, 16).with(TiffTag.SAMPLES_PER_PIXEL, 3)
				.with(TiffTag.PHOTOMETRIC, 2).with(TiffTag.COMPRESSION,
					TinyTiff.DEFLATE).with(TiffTag.PREDICTOR, 2).strips(TinyTiff.deflated(
						colors.array())))).pixels().toFloats());
		final int first = Float.floatToIntBits(1.5f);
		final ByteBuffer floats = ByteBuffer.allocate(8).order(order.bytes).putInt(
			first).putInt(Float.floatToIntBits(-7) - first);
		assertArrayEquals(new float[] { 1.5f, -7 }, read(TinyTiff.file(order.bytes,
			new Page(2, 1, 32).with(TiffTag.SAMPLE_FORMAT, 3).with(
				TiffTag.COMPRESSION, TinyTiff.LZW).with(TiffTag.PREDICTOR, 2).strips(
					TinyTiff.lzw(floats.array())))).pixels().toFloats());
	}

	@Test
	void stripsMayStandInAnyOrder() throws IOException {
		final Page page = new Page(2, 3, 8).with(TiffTag.ROWS_PER_STRIP, 1).strips(
			bytes(5, 6), bytes(3, 4), bytes(1, 2)).with(TiffTag.STRIP_OFFSETS, 12, 10,
				8);
		assertArrayEquals(new float[] { 1, 2, 3, 4, 5, 6 }, values(page));
		final Page gap = new Page(2, 2, 16).with(TiffTag.ROWS_PER_STRIP, 1).strips(
			bytes(1, 0, 2, 0), bytes(99), bytes(3, 0, 4, 0)).with(
				TiffTag.STRIP_OFFSETS, 8, 13).with(TiffTag.STRIP_BYTE_COUNTS, 4, 4);
		assertArrayEquals(new float[] { 1, 2, 3, 4 }, values(gap));
	}

	@Test
	void longLzwStripsUseAllLengthsOfCodes() throws IOException {
		final byte[] pixels = new byte[200 * 200];
		new java.util.Random(3).nextBytes(pixels);
		java.util.Arrays.fill(pixels, 20_000, 30_000, (byte) 7);
		final float[] expected = new float[pixels.length];
		for (int i = 0; i < expected.length; i++) {
			expected[i] = pixels[i] & 0xff;
		}
		assertArrayEquals(expected, values(new Page(200, 200, 8).with(
			TiffTag.COMPRESSION, TinyTiff.LZW).strips(TinyTiff.lzw(pixels))));
	}

	@Test
	void whatIsNotReadIsNamed() throws IOException {
		final String jpeg = refusal(new Page(2, 1, 8).with(TiffTag.COMPRESSION, 7)
			.strips(bytes(1, 2)));
		assertTrue(jpeg.startsWith(
			"Compression 7 (JPEG) in page 1 is not supported"), jpeg);
		final String tiles = refusal(new Page(2, 1, 8).with(TiffTag.TILE_WIDTH, 16)
			.strips(bytes(1, 2)));
		assertTrue(tiles.contains("tiles instead of strips"), tiles);
		final String signed = refusal(new Page(2, 1, 8).with(TiffTag.SAMPLE_FORMAT,
			2).strips(bytes(1, 2)));
		assertTrue(signed.contains("1 sample of 8 bits with a sign"), signed);
		final String half = refusal(new Page(1, 1, 16).with(TiffTag.SAMPLE_FORMAT,
			3).strips(bytes(1, 2)));
		assertTrue(half.contains("16 bits (floating point)"), half);
		final String video = refusal(new Page(1, 1, 8).with(TiffTag.PHOTOMETRIC, 6)
			.with(TiffTag.BITS_PER_SAMPLE, 8, 8, 8).with(TiffTag.SAMPLES_PER_PIXEL, 3)
			.strips(bytes(1, 2, 3)));
		assertTrue(video.contains("(YCbCr)"), video);
		final String predictor = refusal(new Page(1, 1, 32).with(
			TiffTag.SAMPLE_FORMAT, 3).with(TiffTag.COMPRESSION, TinyTiff.DEFLATE)
			.with(TiffTag.PREDICTOR, 3).strips(TinyTiff.deflated(new byte[4])));
		assertTrue(predictor.contains("Predictor 3"), predictor);
	}

	@Test
	void bigTiffIsNamed() throws IOException {
		final Path file = Files.write(folder.resolve("big.tif"), bytes('I', 'I', 43,
			0, 8, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0));
		final String reason = assertThrows(IOException.class, () -> reader.read(
			file)).getMessage();
		assertTrue(reason.startsWith("BigTIFF"), reason);
	}

	/** Values count, not how they are shown: as for images that are open. */
	@Test
	void valuesOfMinIsWhiteAreThoseThatAreStored() throws IOException {
		assertArrayEquals(new float[] { 0, 200 }, values(new Page(2, 1, 8).with(
			TiffTag.PHOTOMETRIC, 0).strips(bytes(0, 200))));
	}
}
