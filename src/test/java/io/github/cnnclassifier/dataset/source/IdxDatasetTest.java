
package io.github.cnnclassifier.dataset.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.SampleImage;

class IdxDatasetTest {

	private static final int IMAGES = 0x00000803;
	private static final int LABELS = 0x00000801;

	@TempDir
	private Path folder;

	/** Images of 2 x 1 pixels with the values 10 i and 10 i + 1. */
	private static byte[] images(final int count) {
		final ByteBuffer buffer = ByteBuffer.allocate(16 + 2 * count).putInt(IMAGES)
			.putInt(count).putInt(1).putInt(2);
		for (int i = 0; i < count; i++) {
			buffer.put((byte) (10 * i)).put((byte) (10 * i + 1));
		}
		return buffer.array();
	}

	private static byte[] labels(final int... labels) {
		final ByteBuffer buffer = ByteBuffer.allocate(8 + labels.length).putInt(
			LABELS).putInt(labels.length);
		for (final int label : labels) {
			buffer.put((byte) label);
		}
		return buffer.array();
	}

	private static byte[] gzip(final byte[] bytes) throws IOException {
		final ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(bytes);
		}
		return packed.toByteArray();
	}

	private Path write(final String name, final byte[] bytes) throws IOException {
		return Files.write(folder.resolve(name), bytes);
	}

	private LabeledImages open(final Path source) {
		return LabeledImages.open(source, new TextImages(), Set.of());
	}

	private String failure() {
		return assertThrows(UserFailure.class, () -> open(folder)).getMessage();
	}

	private void writeTrain(final byte[] images, final byte[] labels)
		throws IOException
	{
		write("train-images-idx3-ubyte", images);
		write("train-labels-idx1-ubyte", labels);
	}

	@ParameterizedTest
	@CsvSource({ "train-images-idx3-ubyte,t10k-images-idx3-ubyte,''",
		"train-images-idx3-ubyte,t10k-images-idx3-ubyte,.gz",
		"train-images.idx3-ubyte,t10k-images.idx3-ubyte,''",
		"emnist-letters-train-images-idx3-ubyte," +
			"emnist-letters-test-images-idx3-ubyte,.gz" })
	void namesOfMnistAndItsRelativesAreKnown(final String train,
		final String test, final String ending) throws IOException
	{
		for (final String name : List.of(train, test)) {
			final boolean first = name.equals(train);
			final byte[] images = images(first ? 3 : 2);
			final byte[] labels = first ? labels(7, 0, 7) : labels(0, 7);
			final String labelsName = name.replace("images", "labels").replace("idx3",
				"idx1");
			write(name + ending, ending.isEmpty() ? images : gzip(images));
			write(labelsName + ending, ending.isEmpty() ? labels : gzip(labels));
		}
		write("readme.txt", new byte[1]);
		final LabeledImages found = open(folder);
		assertEquals(List.of("0", "7"), found.labels());
		assertEquals(5, found.samples().size());
		final Sample sample = found.samples().get(2);
		assertEquals(train + "[2]", sample.name());
		assertEquals("7", sample.label());
		assertEquals(Side.TRAINING, sample.declaredSide());
		assertEquals(Side.TEST, found.samples().get(3).declaredSide());
		final SampleImage image = sample.source().read();
		assertEquals(2, image.width());
		assertEquals(1, image.height());
		assertArrayEquals(new float[] { 20, 21 }, image.pixels().toFloats());
		assertEquals("readme.txt", found.skipped().get(0).name());
	}

	@Test
	void oneImagesFileIsEnough() throws IOException {
		writeTrain(images(2), labels(0, 1));
		write("t10k-images-idx3-ubyte.gz", gzip(images(3)));
		write("t10k-labels-idx1-ubyte.gz", gzip(labels(1, 0, 1)));
		final LabeledImages found = open(folder.resolve(
			"t10k-images-idx3-ubyte.gz"));
		assertEquals(3, found.samples().size());
		assertEquals(Side.TEST, found.samples().get(0).declaredSide());
		write("my-images-idx3-ubyte", images(2));
		write("my-labels-idx1-ubyte", labels(0, 1));
		assertNull(open(folder.resolve("my-images-idx3-ubyte")).samples().get(0)
			.declaredSide());
	}

	@Test
	void moreThanTenClassesAreOrderedByNumber() throws IOException {
		writeTrain(images(4), labels(10, 9, 2, 1));
		assertEquals(List.of("1", "2", "9", "10"), open(folder).labels());
	}

	@Test
	void thePlainFileWinsOverItsPackedTwin() throws IOException {
		writeTrain(images(2), labels(0, 1));
		write("train-images-idx3-ubyte.gz", new byte[0]);
		final LabeledImages found = open(folder);
		assertEquals(2, found.samples().size());
		assertEquals("train-images-idx3-ubyte.gz", found.skipped().get(0).name());
	}

	@Test
	void aFileThatWasUnpackedWithoutRenamingIsRead() throws IOException {
		write("train-images-idx3-ubyte.gz", images(2));
		write("train-labels-idx1-ubyte.gz", labels(0, 1));
		assertEquals(2, open(folder).samples().size());
	}

	@Test
	void severalDataSetsInOneFolderAreRefused() throws IOException {
		writeTrain(images(2), labels(0, 1));
		write("kmnist-train-images-idx3-ubyte", images(2));
		assertTrue(failure().contains("found several"), failure());
	}

	@Test
	void aMissingLabelsFileIsNamed() throws IOException {
		write("train-images-idx3-ubyte", images(2));
		assertTrue(failure().contains("'train-labels-idx1-ubyte' (or .gz)"),
			failure());
	}

	@Test
	void aWrongMagicNumberTellsExpectedAndFound() throws IOException {
		writeTrain(labels(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), labels(0, 1));
		assertTrue(failure().startsWith("Expected the magic number 0x00000803 of " +
			"IDX images, found 0x00000801"), failure());
		writeTrain(images(2), images(2));
		assertTrue(failure().startsWith("Expected the magic number 0x00000801 of " +
			"IDX labels, found 0x00000803"), failure());
	}

	@Test
	void anotherTypeThanUnsignedBytesIsNamed() throws IOException {
		final byte[] images = images(2);
		images[2] = 0x0D;
		writeTrain(images, labels(0, 1));
		assertTrue(failure().contains("found type 0x0D"), failure());
	}

	@Test
	void filesCutShortTellExpectedAndFoundBytes() throws IOException {
		final byte[] images = images(10);
		for (final int length : new int[] { 0, 3, 15, 16, 20, 35 }) {
			writeTrain(Arrays.copyOf(images, length), labels(0, 1));
			final String message = failure();
			final int expected = length < 16 ? 16 : 36;
			assertTrue(message.contains("is cut short: expected " + expected +
				" bytes, found " + length + " bytes"), message);
		}
	}

	@Test
	void packedFilesCutShortAreToldToo() throws IOException {
		final byte[] packed = gzip(images(100));
		for (int length = 3; length < packed.length; length++) {
			writeTrain(Arrays.copyOf(packed, length), labels(0, 1));
			final String message = failure();
			assertTrue(message.contains("is cut short"), length + ": " + message);
		}
	}

	@Test
	void damagedPackedFilesAreTold() throws IOException {
		final byte[] packed = gzip(images(100));
		packed[packed.length / 2] ^= 0x55;
		writeTrain(packed, labels(0, 1));
		final String message = failure();
		assertTrue(message.contains("damaged") || message.contains("cut short"),
			message);
	}

	@Test
	void trailingBytesAreRefused() throws IOException {
		writeTrain(Arrays.copyOf(images(2), 21), labels(0, 1));
		assertTrue(failure().contains("longer than it declares: expected 20"),
			failure());
	}

	@Test
	void aSmallFileCannotClaimAHugeArray() throws IOException {
		final byte[] huge = ByteBuffer.allocate(16).putInt(IMAGES).putInt(40000)
			.putInt(200).putInt(200).array();
		writeTrain(huge, labels(0, 1));
		assertTrue(failure().contains("expected 1600000016 bytes, found 16"),
			failure());
		writeTrain(gzip(huge), labels(0, 1));
		assertTrue(failure().contains("a packed file of"), failure());
		final byte[] beyond = ByteBuffer.allocate(16).putInt(IMAGES).putInt(
			Integer.MAX_VALUE).putInt(Integer.MAX_VALUE).putInt(Integer.MAX_VALUE)
			.array();
		writeTrain(beyond, labels(0, 1));
		assertTrue(failure().contains("impossible lengths"), failure());
		final byte[] negative = ByteBuffer.allocate(16).putInt(IMAGES).putInt(-1)
			.putInt(2).putInt(2).array();
		writeTrain(negative, labels(0, 1));
		assertTrue(failure().contains("impossible lengths"), failure());
	}

	@Test
	void countsThatDifferAreTold() throws IOException {
		writeTrain(images(3), labels(0, 1));
		assertTrue(failure().contains("found 3 images"), failure());
		assertTrue(failure().contains("and 2 labels"), failure());
	}

	@Test
	void oneClassIsNotEnough() throws IOException {
		writeTrain(images(2), labels(5, 5));
		assertTrue(failure().contains("found only '5'"), failure());
	}
}
