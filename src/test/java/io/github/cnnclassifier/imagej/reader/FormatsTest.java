
package io.github.cnnclassifier.imagej.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;

/**
 * Values of PNG, JPEG, GIF, BMP and PBM files, as the formats define them. The
 * expected numbers follow from the bytes that stand here. Pillow 10.4 gives the
 * same with
 *
 * <pre>
 * i = Image.open(FILE)
 * if i.mode in ('LA', 'PA', 'RGBA') or 'transparency' in i.info:
 *     i = i.convert('RGBA')
 *     i = Image.alpha_composite(Image.new('RGBA', i.size, 'white'), i)
 * list(i.convert('L' if all values are gray else 'RGB').getdata())
 * </pre>
 *
 * and of 16-bit images {@code list(i.getdata())}. For JPEG files
 * {@code i.convert('RGB')}, which looks at no color profile.
 */
class FormatsTest extends ImageFiles {

	private Path png(final byte[] bytes) throws IOException {
		return Files.write(folder.resolve("made.png"), bytes);
	}

	private void requireGray(final Path file, final int bits,
		final float... expected) throws IOException
	{
		final SampleImage sample = reader.read(file);
		assertEquals(1, sample.channels());
		assertEquals(bits, sample.bitDepth());
		assertArrayEquals(expected, sample.pixels().toFloats());
	}

	private void requireColors(final Path file, final float... expected)
		throws IOException
	{
		final SampleImage sample = reader.read(file);
		assertTrue(sample.isRgb());
		assertArrayEquals(expected, sample.pixels().toFloats());
	}

	@Test
	void grayOfFewBitsIsSpreadOverAllGrays() throws IOException {
		requireGray(png(new PngFile(3, 1, 1, PngFile.GRAY).rows(new int[] {
			0b01000000 })), 8, 0, 255, 0);
		requireGray(png(new PngFile(4, 1, 2, PngFile.GRAY).rows(new int[] {
			0b00011011 })), 8, 0, 85, 170, 255);
		requireGray(png(new PngFile(3, 1, 4, PngFile.GRAY).rows(new int[] { 0x0e,
			0xf0 })), 8, 0, 238, 255);
	}

	@Test
	void aGrayPaletteGivesItsGrays() throws IOException {
		requireGray(png(new PngFile(3, 1, 8, PngFile.PALETTE).palette(10, 10, 10,
			99, 99, 99, 250, 250, 250).rows(new int[] { 0, 2, 1 })), 8, 10, 250, 99);
		requireGray(png(new PngFile(4, 1, 2, PngFile.PALETTE).palette(255, 255, 255,
			0, 0, 0, 7, 7, 7, 9, 9, 9).rows(new int[] { 0b00011011 })), 8, 255, 0, 7,
			9);
	}

	@ParameterizedTest
	@ValueSource(strings = { "gif", "bmp", "png" })
	void grayPalettesOfAllFormatsGiveTheirGrays(final String extension)
		throws IOException
	{
		// with few colors, Java's writer of BMP files makes mistakes
		final byte[] grays = Arrays.copyOf(new byte[] { 10, 99, (byte) 250, 0 },
			256);
		final BufferedImage image = new BufferedImage(4, 1,
			BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 256, grays, grays,
				grays));
		image.getRaster().setSamples(0, 0, 4, 1, 0, new int[] { 0, 1, 2, 3 });
		final Path file = folder.resolve("grays." + extension);
		assertTrue(ImageIO.write(image, extension, file.toFile()));
		requireGray(file, 8, 10, 99, 250, 0);
		final ImagePlus opened = IJ.openImage(file.toString());
		assertArrayEquals(new float[] { 10, 99, 250, 0 }, ImagePlusAdapter.current(
			opened).pixels().toFloats(), "the same file opened in ImageJ");
		IJ.setMinAndMax(opened, 20, 21);
		assertArrayEquals(new float[] { 10, 99, 250, 0 }, ImagePlusAdapter.current(
			opened).pixels().toFloats(), "with another display range");
	}

	@Test
	void oneBitBmpIsBlackAndWhite() throws IOException {
		final BufferedImage image = new BufferedImage(3, 1,
			BufferedImage.TYPE_BYTE_BINARY);
		image.getRaster().setSamples(0, 0, 3, 1, 0, new int[] { 0, 1, 0 });
		final Path file = folder.resolve("bits.bmp");
		assertTrue(ImageIO.write(image, "bmp", file.toFile()));
		requireGray(file, 8, 0, 255, 0);
	}

	/** ImageJ shows it so, and saves it so. */
	@Test
	void anInvertingTableIsDisplayInEveryFormat() throws IOException {
		final ImagePlus image = gray();
		image.getProcessor().invertLut();
		image.updateImage();
		for (final String extension : new String[] { "tif", "png", "gif", "bmp" }) {
			final Path file = save(image, extension);
			assertArrayEquals(floats(gray()), reader.read(file).pixels().toFloats(),
				extension);
		}
		final ImagePlus opened = IJ.openImage(save(gray(), "png").toString());
		opened.getProcessor().invertLut();
		opened.updateImage();
		IJ.setMinAndMax(opened, 3, 100);
		assertArrayEquals(floats(gray()), ImagePlusAdapter.current(opened).pixels()
			.toFloats());
	}

	@Test
	void transparentGrayLiesOnWhiteAndStaysGray() throws IOException {
		requireGray(png(new PngFile(3, 1, 8, PngFile.GRAY_ALPHA).rows(new int[] {
			50, 255, 100, 0, 200, 128 })), 8, 50, 255, 227);
		requireGray(png(new PngFile(2, 1, 16, PngFile.GRAY_ALPHA).rows(new int[] {
			50, 1, 255, 255, 200, 3, 128, 128 })), 16, 12801, 58341);
		requireGray(png(new PngFile(3, 1, 8, PngFile.GRAY).transparency(0, 100)
			.rows(new int[] { 50, 100, 200 })), 8, 50, 255, 200);
		requireGray(png(new PngFile(3, 1, 8, PngFile.PALETTE).palette(10, 10, 10,
			99, 99, 99, 250, 250, 250).transparency(255, 128).rows(new int[] { 0, 2,
				1 })), 8, 10, 250, 177);
	}

	@Test
	void transparentColorsLieOnWhiteAsInImageJ() throws IOException {
		requireColors(png(new PngFile(3, 1, 8, PngFile.RGB_ALPHA).rows(new int[] {
			1, 2, 3, 255, 100, 2, 255, 128, 9, 200, 3, 0 })), 1, 177, 255, 2, 128,
			255, 3, 255, 255);
		requireColors(png(new PngFile(2, 1, 8, PngFile.PALETTE).palette(10, 10, 10,
			99, 9, 99).transparency(255, 128).rows(new int[] { 0, 1 })), 10, 177, 10,
			132, 10, 177);
		final Path sixteen = png(new PngFile(2, 1, 16, PngFile.RGB_ALPHA).rows(
			new int[] { 1, 1, 2, 2, 3, 3, 255, 255, 100, 1, 2, 2, 255, 255, 128,
				128 }));
		requireColors(sixteen, 1, 177, 2, 128, 3, 255);
		assertArrayEquals(ImagePlusAdapter.current(IJ.openImage(sixteen.toString()))
			.pixels().toFloats(), reader.read(sixteen).pixels().toFloats());
	}

	@Test
	void sixteenBitColorsOfPngAreRgb() throws IOException {
		final Path file = png(new PngFile(2, 1, 16, PngFile.RGB).rows(new int[] { 1,
			1, 2, 2, 3, 3, 100, 1, 2, 2, 255, 255 }));
		requireColors(file, 257, 25601, 514, 514, 771, 65535);
		assertTrue(ImagePlusAdapter.current(IJ.openImage(file.toString())).isRgb());
	}

	@Test
	void bitmapsOfAnyWidthAreBlackAndWhite() throws IOException {
		final Path file = folder.resolve("bits.pbm");
		final byte[] head = "P4\n# odd\n11 2\n".getBytes(StandardCharsets.US_ASCII);
		final byte[] bits = { (byte) 0b10000000, 0b00100000, 0b01000000, 0 };
		final byte[] whole = Arrays.copyOf(head, head.length + bits.length);
		System.arraycopy(bits, 0, whole, head.length, bits.length);
		Files.write(file, whole);
		final float[] expected = new float[22];
		Arrays.fill(expected, 255);
		expected[0] = 0;
		expected[10] = 0;
		expected[12] = 0;
		requireGray(file, 8, expected);
		Files.write(file, Arrays.copyOf(whole, whole.length - 1));
		assertThrows(IOException.class, () -> reader.read(file));
		Files.writeString(file, "P1\n3 2\n# dense\n101\n0 1 0\n");
		requireGray(file, 8, 0, 255, 0, 255, 0, 255);
		Files.writeString(file, "P1\n3 2\n10101\n");
		assertThrows(IOException.class, () -> reader.read(file));
		Files.writeString(file, "P1\n3 2\n1010111\n");
		assertThrows(IOException.class, () -> reader.read(file));
	}

	@Test
	void fewerGraysOfPgmAreSpreadAndMoreAreKept() throws IOException {
		final Path file = folder.resolve("few.pgm");
		Files.writeString(file, "P2\n3 1\n15\n0 7 15\n");
		requireGray(file, 8, 0, 119, 255);
		Files.writeString(file, "P2\n3 1\n1023\n0 7 1023\n");
		requireGray(file, 16, 0, 7, 1023);
	}

	/** Of one color, so that compression loses nothing. */
	private static byte[] jpeg(final Raster raster, final BufferedImage image)
		throws IOException
	{
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg")
			.next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.write(raster == null ? new IIOImage(image, null, null)
				: new IIOImage(raster, null, null));
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	private static BufferedImage colored(final int color) {
		final BufferedImage image = new BufferedImage(16, 16,
			BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < 256; i++) {
			image.setRGB(i % 16, i / 16, color);
		}
		return image;
	}

	private static byte[] withSegment(final byte[] jpeg, final int marker,
		final byte[] content)
	{
		final ByteBuffer with = ByteBuffer.allocate(jpeg.length + content.length +
			4);
		with.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker).putShort(
			(short) (content.length + 2)).put(content).put(jpeg, 2, jpeg.length - 2);
		return with.array();
	}

	@Test
	void aColorProfileChangesNothing() throws IOException {
		final byte[] plain = jpeg(null, colored(0xc78028));
		final byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB)
			.getData();
		final byte[] mark = "ICC_PROFILE\0\1\1".getBytes(
			StandardCharsets.ISO_8859_1);
		final byte[] content = Arrays.copyOf(mark, mark.length + profile.length);
		System.arraycopy(profile, 0, content, mark.length, profile.length);
		final Path without = Files.write(folder.resolve("plain.jpg"), plain);
		final Path with = Files.write(folder.resolve("profile.jpg"), withSegment(
			plain, 0xe2, content));
		final float[] values = reader.read(without).pixels().toFloats();
		assertEquals(0xc7, values[0], 2);
		assertEquals(0x80, values[256], 2);
		assertEquals(0x28, values[512], 2);
		assertArrayEquals(values, reader.read(with).pixels().toFloats());
		assertArrayEquals(values, ImagePlusAdapter.current(IJ.openImage(with
			.toString())).pixels().toFloats());
	}

	@Test
	void colorsWithoutAStatementAreYcbcrAsInImageJ() throws IOException {
		// a raster is stored as it is, so that nothing is subsampled
		final WritableRaster bytes = Raster.createInterleavedRaster(
			DataBuffer.TYPE_BYTE, 16, 16, 3, null);
		for (int i = 0; i < 256; i++) {
			bytes.setPixel(i % 16, i / 16, new int[] { 150, 60, 160 });
		}
		final byte[] plain = withoutMark(jpeg(bytes, null));
		final Path file = Files.write(folder.resolve("bare.jpg"), plain);
		final float[] values = reader.read(file).pixels().toFloats();
		assertArrayEquals(ImagePlusAdapter.current(IJ.openImage(file.toString()))
			.pixels().toFloats(), values);
		assertEquals(150 + 1.402 * (160 - 128), values[0], 2);
	}

	/** Without JFIF and Adobe segments. */
	private static byte[] withoutMark(final byte[] jpeg) {
		final ByteArrayOutputStream bare = new ByteArrayOutputStream();
		bare.write(jpeg, 0, 2);
		int at = 2;
		while ((jpeg[at + 1] & 0xff) != 0xda) {
			final int length = 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
			final int marker = jpeg[at + 1] & 0xff;
			if (marker != 0xe0 && marker != 0xee) bare.write(jpeg, at, length);
			at += length;
		}
		bare.write(jpeg, at, jpeg.length - at);
		return bare.toByteArray();
	}

	private String refused(final String name, final byte[] bytes)
		throws IOException
	{
		final Path file = Files.write(folder.resolve(name), bytes);
		final String reason = assertThrows(IOException.class, () -> reader.read(
			file)).getMessage();
		assertFalse(reason.contains("damaged"), reason);
		return reason;
	}

	@Test
	void jpegsThatImageJDoesNotOpenAreRefusedWithTheTrueReason()
		throws IOException
	{
		final byte[] cmyk = jpeg(Raster.createInterleavedRaster(
			DataBuffer.TYPE_BYTE, 16, 16, 4, null), null);
		assertTrue(refused("cmyk.jpg", cmyk).contains("CMYK"));
		final byte[] twelve = jpeg(null, colored(7));
		final int frame = frame(twelve);
		twelve[frame + 4] = 12;
		assertTrue(refused("twelve.jpg", twelve).contains("12 bits"));
		final byte[] lossless = jpeg(null, colored(7));
		lossless[frame + 1] = (byte) 0xc3;
		assertTrue(refused("lossless.jpg", lossless).contains("lossless"));
	}

	private static int frame(final byte[] jpeg) {
		int at = 2;
		while ((jpeg[at + 1] & 0xff) != 0xc0)
			at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
		return at;
	}

	@ParameterizedTest
	@ValueSource(strings = { "RIFF1234AVI LIST;an AVI film",
		"PK\u0003\u0004 and more;a ZIP archive", "RIFF1234WEBPVP8 ;a WebP image",
		"1234ftypheic    ;HEIC", "8BPS and more   ;Photoshop" })
	void knownFormatsThatAreNotReadAreNamed(final String both)
		throws IOException
	{
		final String[] parts = both.split(";");
		assertTrue(refused("other.png", parts[0].getBytes(
			StandardCharsets.ISO_8859_1)).contains(parts[1]));
	}

	@Test
	void aFitsFileThatClaimsMoreThanItHoldsIsDamaged() throws IOException {
		final Path file = folder.resolve("claim.fits");
		final StringBuilder cards = new StringBuilder();
		for (final String card : new String[] { "SIMPLE  =                    T",
			"BITPIX  =                   16", "NAXIS   =                    2",
			"NAXIS1  =                40000", "NAXIS2  =                40000",
			"END" })
		{
			cards.append(String.format("%-80s", card));
		}
		Files.writeString(file, String.format("%-5760s", cards));
		final String reason = assertThrows(IOException.class, () -> reader.read(
			file)).getMessage();
		assertTrue(reason.contains("40000 x 40000") && reason.contains("5760"),
			reason);
	}
}
