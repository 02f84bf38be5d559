
package io.github.cnnclassifier.imagej.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.inspect.Finding;
import io.github.cnnclassifier.dataset.inspect.Severity;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.reader.TinyTiff.Page;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;

/** What is not taken from a TIFF file is told. */
class TiffRemarksTest extends ImageFiles {

	private static Page page(final int width, final int... values) {
		final byte[] pixels = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			pixels[i] = (byte) values[i];
		}
		return new Page(width, values.length / width, 8).strips(pixels);
	}

	private Path write(final String name, final Page... pages)
		throws IOException
	{
		final Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.write(file, TinyTiff.file(pages));
	}

	@Test
	void ordinaryImagesHaveNoRemark() throws IOException {
		assertEquals(List.of(), reader.read(write("a.tif", page(2, 1, 2)))
			.remarks());
		assertEquals(List.of(), reader.planes(write("a.tif", page(2, 1, 2), page(2,
			3, 4))).plane(1).remarks());
	}

	@Test
	void pagesOfOtherSizesAndTypesAreNamed() throws IOException {
		final SampleImage image = reader.read(write("a.tif", page(2, 1, 2, 3, 4),
			page(1, 5), new Page(2, 2, 16).strips(new byte[8]), page(1, 6).with(
				TiffTag.SUBFILE_TYPE, 1)));
		assertArrayEquals(new float[] { 1, 2, 3, 4 }, image.pixels().toFloats());
		assertEquals(List.of("Pages 2 (1 x 1 pixels), 3 (2 x 2 pixels), " +
			"4 (1 x 1 pixels, a smaller copy) differ from page 1, of 2 x 2 pixels, " +
			"and are left out."), image.remarks());
	}

	/** ImageJ leaves all but the first page out. */
	@Test
	void aSmallPageAmongPagesIsNamedAndTheOthersAreRead() throws IOException {
		final Path file = write("a.tif", page(2, 1, 2), page(1, 9), page(2, 3, 4));
		assertEquals(2, reader.planeCount(file));
		final SampleImage second = reader.planes(file).plane(1);
		assertArrayEquals(new float[] { 3, 4 }, second.pixels().toFloats());
		assertEquals(1, second.remarks().size());
		assertEquals(2, reader.open(file).getStackSize());
	}

	@Test
	void minIsWhiteIsTold() throws IOException {
		final SampleImage image = reader.read(write("a.tif", page(2, 0, 200).with(
			TiffTag.PHOTOMETRIC, 0)));
		assertArrayEquals(new float[] { 0, 200 }, image.pixels().toFloats());
		assertEquals(1, image.remarks().size());
		assertTrue(image.remarks().get(0).contains("0 as white"));
	}

	@Test
	void inspectionAndTrainingTellIt() throws IOException {
		write("data/a/1.tif", page(2, 0, 200, 3, 4).with(TiffTag.PHOTOMETRIC, 0));
		write("data/a/2.tif", page(2, 1, 2, 3, 4));
		write("data/b/1.tif", page(2, 1, 2, 3, 5), page(1, 1));
		write("data/b/2.tif", page(2, 1, 2, 3, 6));
		final LabeledImages images = LabeledImages.openAsFound(folder.resolve(
			"data"), reader, Set.of());
		final Finding finding = DataAudit.of(images, 0, Progress.none()).findings()
			.stream().filter(found -> found.text().contains("0 as white")).findFirst()
			.orElseThrow();
		assertEquals(List.of("a/1.tif", "b/1.tif"), finding.files());
		assertEquals(Severity.WARNING, finding.severity());
		final List<String> messages = new ArrayList<>();
		Survey.of(images, new Listening(messages));
		assertEquals(2, messages.size());
		assertTrue(messages.get(1).startsWith("'b/1.tif': Page 2 (1 x 1 pixels)"));
	}
}
