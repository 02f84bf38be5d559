
package io.github.cnnclassifier.imagej.reader;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.UserFailure;

/** Files that claim 40,000 x 40,000 pixels, more than the memory holds. */
class ClaimedSizeTest extends ImageFiles {

	private static final int SIDE_CLAIMED = 40000;

	private void requireDamaged(final String name, final byte[] bytes)
		throws IOException
	{
		final Path file = Files.write(folder.resolve(name), bytes);
		final String reason = assertThrows(IOException.class, () -> reader.read(
			file), name).getMessage();
		assertTrue(reason.contains("damaged"), reason);
		assertThrows(IOException.class, () -> reader.planes(file), name);
	}

	@Test
	void aFewBytesOfPngCannotHoldThem() throws IOException {
		requireDamaged("bomb.png", new PngFile(SIDE_CLAIMED, SIDE_CLAIMED, 8,
			PngFile.GRAY).rows(new int[3]));
	}

	@Test
	void aFewBytesOfGifCannotHoldThem() throws IOException {
		requireDamaged("bomb.gif", ByteBuffer.allocate(35).order(
			ByteOrder.LITTLE_ENDIAN).put("GIF89a".getBytes(StandardCharsets.US_ASCII))
			.putShort((short) SIDE_CLAIMED).putShort((short) SIDE_CLAIMED).put(
				(byte) 0x80).put(new byte[8]).put((byte) ',').putInt(0).putShort(
					(short) SIDE_CLAIMED).putShort((short) SIDE_CLAIMED).put((byte) 0)
			.put(new byte[] { 2, 2, 0x4c, 1, 0, ';' }).array());
	}

	@Test
	void aFewBytesOfBmpCannotHoldThem() throws IOException {
		final byte[] bmp = Files.readAllBytes(save(gray(), "bmp"));
		ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, SIDE_CLAIMED)
			.putInt(22, SIDE_CLAIMED);
		requireDamaged("bomb.bmp", bmp);
	}

	@Test
	void aFewBytesOfJpegCannotHoldThem() throws IOException {
		final byte[] jpeg = Files.readAllBytes(save(gray(), "jpg"));
		int frame = 2;
		while ((jpeg[frame + 1] & 0xff) != 0xc0)
			frame += 2 + ByteBuffer.wrap(jpeg).getShort(frame + 2);
		ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) SIDE_CLAIMED).putShort(
			frame + 7, (short) SIDE_CLAIMED);
		requireDamaged("bomb.jpg", jpeg);
	}

	@Test
	void aFewBytesOfPbmPgmAndPpmCannotHoldThem() throws IOException {
		for (final String head : new String[] { "P1\n", "P4\n", "P2\n", "P5\n",
			"P6\n" })
		{
			requireDamaged("bomb.pnm", (head + "40000 40000\n255\n1 1 1\n").getBytes(
				StandardCharsets.US_ASCII));
		}
	}

	/** Its data could be whole, and the memory is not even tried. */
	@Test
	void anIntactImageThatIsTooLargeIsCalledSo() throws IOException {
		final byte[] data = new byte[1 << 21];
		new Random(1).nextBytes(data);
		final Path file = Files.write(folder.resolve("large.png"), new PngFile(
			SIDE_CLAIMED, SIDE_CLAIMED, 8, PngFile.GRAY).chunk("IDAT", data).rows());
		final String reason = assertThrows(UserFailure.class, () -> reader.read(
			file)).getMessage();
		assertTrue(reason.startsWith(
			"The image of 40000 x 40000 pixels is too large for the memory"), reason);
		assertFalse(reason.contains("damaged"), reason);
	}

	@Test
	void moreThanImageJHoldsIsCalledTooLarge() {
		final String reason = assertThrows(UserFailure.class, () -> ClaimedSize
			.requireRoom(70000, 70000, 0)).getMessage();
		assertTrue(reason.contains("ImageJ holds at most"), reason);
	}

	@Test
	void dicomFilesAreComparedWithTheirLength() throws IOException {
		final byte[] small = dicom(2, 2, "1.2.840.10008.1.2.1");
		final Path file = Files.write(folder.resolve("a.dcm"), small);
		assertTrue(Arrays.equals(new float[] { 1, 2, 3, 4 }, reader.read(file)
			.pixels().toFloats()));
		requireDamaged("bomb.dcm", dicom(SIDE_CLAIMED, SIDE_CLAIMED,
			"1.2.840.10008.1.2.1"));
		final Path packed = Files.write(folder.resolve("packed.dcm"), dicom(200,
			200, "1.2.840.10008.1.2.4.70"));
		final String reason = assertThrows(IOException.class, () -> reader.read(
			packed)).getMessage();
		assertTrue(reason.contains("compressed DICOM"), reason);
	}

	/** Explicit value representations, 8 bits, four bytes of pixels. */
	private static byte[] dicom(final int width, final int height,
		final String syntax)
	{
		final ByteBuffer file = ByteBuffer.allocate(400).order(
			ByteOrder.LITTLE_ENDIAN);
		file.position(128);
		file.put("DICM".getBytes(StandardCharsets.US_ASCII));
		text(file, 2, 0x10, "UI", syntax + (syntax.length() % 2 == 0 ? "" : "\0"));
		number(file, 0x28, 2, 1);
		text(file, 0x28, 4, "CS", "MONOCHROME2 ");
		number(file, 0x28, 0x10, height);
		number(file, 0x28, 0x11, width);
		number(file, 0x28, 0x100, 8);
		number(file, 0x28, 0x101, 8);
		number(file, 0x28, 0x102, 7);
		number(file, 0x28, 0x103, 0);
		tag(file, 0x7fe0, 0x10, "OB");
		file.putShort((short) 0).putInt(4).put(new byte[] { 1, 2, 3, 4 });
		return Arrays.copyOf(file.array(), file.position());
	}

	private static void tag(final ByteBuffer file, final int group,
		final int element, final String type)
	{
		file.putShort((short) group).putShort((short) element).put(type.getBytes(
			StandardCharsets.US_ASCII));
	}

	private static void text(final ByteBuffer file, final int group,
		final int element, final String type, final String value)
	{
		tag(file, group, element, type);
		file.putShort((short) value.length()).put(value.getBytes(
			StandardCharsets.US_ASCII));
	}

	private static void number(final ByteBuffer file, final int group,
		final int element, final int value)
	{
		tag(file, group, element, "US");
		file.putShort((short) 2).putShort((short) value);
	}
}
