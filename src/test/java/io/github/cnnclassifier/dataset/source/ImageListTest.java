
package io.github.cnnclassifier.dataset.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.Progress;

class ImageListTest {

	@TempDir
	private Path root;

	private final TextImages reader = new TextImages();

	/** a.img is 3 x 2: 1 2 3 over 4 5 6; s.img has the slices 1, 2 and 3. */
	@BeforeEach
	void writeImages() throws IOException {
		TextImages.writeText(root.resolve("a.img"), "3 2 1 8 1 2 3 4 5 6");
		TextImages.writeText(root.resolve("b.img"), "1 1 1 8 9");
		TextImages.writeText(root.resolve("s.img"), "1 1 1 8 1 | 2 | 3");
	}

	private Path list(final String... lines) throws IOException {
		return Files.writeString(root.resolve("list.csv"), String.join("\n",
			lines));
	}

	private LabeledImages open(final PlanePolicy planes, final String... lines)
		throws IOException
	{
		return LabeledImages.open(list(lines), reader, Set.of(), planes);
	}

	private LabeledImages open(final String... lines) throws IOException {
		return open(PlanePolicy.EACH, lines);
	}

	private String refused(final String... lines) {
		return assertThrows(UserFailure.class, () -> open(lines)).getMessage();
	}

	/** The reason of the one row among good ones that fails. */
	private String failed(final String header, final String bad,
		final String... good) throws IOException
	{
		final Survey survey = Survey.of(open(header, good[0], bad, good[1]),
			Progress.none());
		assertEquals(1, survey.failed().size());
		assertEquals(2, survey.samples().size());
		return survey.failed().get(0).reason();
	}

	private static List<String> names(final LabeledImages images) {
		return images.samples().stream().map(Sample::name).collect(Collectors
			.toList());
	}

	private static float[] pixels(final LabeledImages images, final int i)
		throws IOException
	{
		return images.samples().get(i).source().read().pixels().toFloats();
	}

	@Test
	void aRowIsAnImageWithItsClass() throws IOException {
		final LabeledImages images = open("path,class", "b.img,beta",
			"a.img,alpha");
		assertEquals(List.of("alpha", "beta"), images.labels());
		assertEquals(List.of("b.img", "a.img"), names(images));
		assertArrayEquals(new float[] { 9 }, pixels(images, 0));
		assertNull(images.samples().get(0).group());
		assertNull(images.samples().get(0).declaredSide());
	}

	@ParameterizedTest
	@ValueSource(strings = { "path,class", "PATH;Class", "File Name\tLABEL",
		"\uFEFFpath,class", "image_path,category", "\"path\",\"class\"" })
	void dialectsAndOtherNamesAreUnderstood(final String header)
		throws IOException
	{
		final String separator = header.contains(";") ? ";" : header.contains("\t")
			? "\t" : ",";
		final LabeledImages images = open(header, "a.img" + separator + "x",
			"\"b.img\"" + separator + "\"y" + separator + "z\"");
		assertEquals(List.of("x", "y" + separator + "z"), images.labels());
	}

	@Test
	void columnsStandInAnyOrderAndOthersAreTold() throws IOException {
		final LabeledImages images = open("class,notes,split,group,path",
			"x,hm,Train,mouse 1,a.img", "y,,VAL,mouse 2,b.img",
			"x,,test,mouse 3,b.img", "y,,,,a.img");
		// the last row says nothing, so it is for training
		assertEquals(List.of(Side.TRAINING, Side.VALIDATION, Side.TEST,
			Side.TRAINING), images.samples().stream().map(Sample::declaredSide)
				.collect(Collectors.toList()));
		assertEquals("mouse 1", images.samples().get(0).group());
		assertEquals(1, images.skipped().size());
		assertEquals("column notes", images.skipped().get(0).name());
	}

	@Test
	void pathsAreFoundBesideTheListInItsImagesFolderOrAnywhere(
		@TempDir final Path elsewhere) throws IOException
	{
		TextImages.writeText(root.resolve("images/deep/c.img"), "1 1 1 8 7");
		final Path far = TextImages.writeText(elsewhere.resolve("far.img"),
			"1 1 1 8 8");
		final LabeledImages images = open("path,class", "deep/c.img,x",
			"deep\\c.img,x", far + ",y");
		assertArrayEquals(new float[] { 7 }, pixels(images, 0));
		assertArrayEquals(new float[] { 7 }, pixels(images, 1));
		assertArrayEquals(new float[] { 8 }, pixels(images, 2));
		// the same file, so the same group
		assertEquals("deep/c.img", images.samples().get(0).group());
		assertEquals("deep/c.img", images.samples().get(1).group());
	}

	@Test
	void regionsAreCropsWithTheImageAsTheirGroup() throws IOException {
		final LabeledImages images = open("path,class,x,y,width,height",
			"a.img,x,1,0,2,1", "a.img,y,0,1,1,1", "b.img,y,,,,");
		assertEquals(List.of("a.img#xywh=1,0,2,1", "a.img#xywh=0,1,1,1", "b.img"),
			names(images));
		assertArrayEquals(new float[] { 2, 3 }, pixels(images, 0));
		assertArrayEquals(new float[] { 4 }, pixels(images, 1));
		assertArrayEquals(new float[] { 9 }, pixels(images, 2));
		assertEquals("a.img", images.samples().get(0).group());
		assertEquals("a.img", images.samples().get(1).group());
		assertNull(images.samples().get(2).group());
	}

	@Test
	void aGroupColumnWinsOverTheParentImage() throws IOException {
		final LabeledImages images = open("path,class,x,y,width,height,group",
			"a.img,x,1,0,2,1,slide 7", "a.img,y,0,1,1,1,");
		assertEquals("slide 7", images.samples().get(0).group());
		assertEquals("a.img", images.samples().get(1).group());
	}

	/** As exported by annotation tools, sizes being those of the image. */
	@Test
	void cornersAreRegionsWhoseLastCornerIsBeyond() throws IOException {
		final LabeledImages images = open(
			"filename,width,height,class,xmin,ymin,xmax,ymax",
			"a.img,3,2,x,0,0,2.0,1", "a.img,3,2,y,2,1,3,2");
		assertArrayEquals(new float[] { 1, 2 }, pixels(images, 0));
		assertArrayEquals(new float[] { 6 }, pixels(images, 1));
		assertEquals(List.of("column width", "column height"), images.skipped()
			.stream().map(SkippedFile::name).collect(Collectors.toList()));
	}

	@Test
	void manyRegionsOfOneImageOpenItOnce() throws IOException {
		final String[] lines = new String[61];
		lines[0] = "path,class,x,y,width,height";
		for (int i = 1; i < lines.length; i++) {
			lines[i] = "a.img," + (i % 2 == 0 ? "x" : "y") + "," + i % 3 + "," + i %
				2 + ",1,1";
		}
		final Survey survey = Survey.of(open(lines), Progress.none());
		assertEquals(60, survey.samples().size());
		assertEquals(1, reader.opened.get());
	}

	@Test
	void aSliceIsOnePlaneCountedFromOne() throws IOException {
		final LabeledImages images = open("path,class,slice", "s.img,x,1",
			"s.img,y,3");
		assertEquals(List.of("s.img[1]", "s.img[3]"), names(images));
		assertArrayEquals(new float[] { 1 }, pixels(images, 0));
		assertArrayEquals(new float[] { 3 }, pixels(images, 1));
		assertEquals("s.img", images.samples().get(0).group());
		assertNull(images.samples().get(0).source().stack());
	}

	@Test
	void aRowWithoutSliceFollowsThePolicy() throws IOException {
		final String[] lines = { "path,class,slice", "s.img,x,", "b.img,y," };
		final LabeledImages each = open(PlanePolicy.EACH, lines);
		assertEquals(List.of("s.img[1]", "s.img[2]", "s.img[3]", "b.img"), names(
			each));
		assertEquals("s.img", each.samples().get(2).group());
		assertEquals("s.img", each.samples().get(2).source().stack());
		assertArrayEquals(new float[] { 3 }, pixels(each, 2));
		final LabeledImages largest = open(PlanePolicy.MAXIMUM, lines);
		assertEquals(List.of("s.img", "b.img"), names(largest));
		assertArrayEquals(new float[] { 3 }, pixels(largest, 0));
		assertArrayEquals(new float[] { 2 }, pixels(open(PlanePolicy.MEAN, lines),
			0));
	}

	@Test
	void whatIsWrongWithARowIsToldWithItsNumber() throws IOException {
		final String header = "path,class,split,slice,x,y,width,height";
		final String[] good = { "a.img,x,,,,,,", "b.img,y,,,,,," };
		final String row = "Row 3: ";
		assertEquals(row + "There is no such file in '" + root +
			"' or its folder 'images'.", failed(header, "none.img,x,,,,,,", good));
		assertTrue(failed(header, "a.img,x,,,2,0,2,1", good).startsWith(row +
			"Expected a region inside the image of 3 x 2 pixels, found x=2, y=0, " +
			"2 x 1 pixels"));
		assertTrue(failed(header, "a.img,x,,,-1,0,2,1", good).startsWith(row +
			"Expected a region inside"));
		assertTrue(failed(header, "a.img,x,,,0,0,0,1", good).startsWith(row +
			"Expected a region of at least 1 x 1 pixels, found 0 x 1"));
		assertEquals(row + "Expected a whole number for width, found 'two'.",
			failed(header, "a.img,x,,,0,0,two,1", good));
		assertEquals(row + "Expected a whole number for x, found '0.5'.", failed(
			header, "a.img,x,,,0.5,0,1,1", good));
		assertEquals(row + "Expected a whole number for height, found ''.", failed(
			header, "a.img,x,,,0,0,1,", good));
		assertEquals(row + "Expected a whole number for x, found '99999999999'.",
			failed(header, "a.img,x,,,99999999999,0,1,1", good));
		assertEquals(row +
			"Expected the split train, validation or test, found 'maybe'.", failed(
				header, "a.img,x,maybe,,,,,", good));
		assertEquals(row + "The class is empty.", failed(header, "a.img,,,,,,,",
			good));
		assertEquals(row +
			"Expected a class in one line, found 'x y' with a line break or tab.",
			failed(header, "a.img,\"x\ny\",,,,,,", good));
		assertEquals(row + "The path is empty.", failed(header, ",x,,,,,,", good));
		assertEquals(row + "Expected a slice from 1 to 3, found 4.", failed(header,
			"s.img,x,,4,,,,", good));
		assertEquals(row + "Expected a slice from 1 on, found 0.", failed(header,
			"s.img,x,,0,,,,", good));
		assertEquals(row + "Expected 8 cells, found 9. Put quotes around texts " +
			"that hold the separator.", failed(header, "a,b.img,x,,,,,,", good));
	}

	@Test
	void anUnreadableImageIsToldWithItsRow() throws IOException {
		TextImages.writeText(root.resolve("cut.img"), "1");
		assertTrue(failed("path,class", "cut.img,x", "a.img,x", "b.img,y")
			.startsWith("Row 3: "));
	}

	/** Numbers are those of the rows in a spreadsheet. */
	@Test
	void emptyRowsCountButSayNothing() throws IOException {
		final Survey survey = Survey.of(open("", "path,class", "a.img,x", "", ",",
			"b.img,y", "none.img,y"), Progress.none());
		assertEquals(2, survey.samples().size());
		assertTrue(survey.failed().get(0).reason().startsWith("Row 7: "), survey
			.failed().get(0).reason());
	}

	@Test
	void aShortRowHasEmptyCells() throws IOException {
		assertEquals(2, open("path,class,group", "a.img,x", "b.img,y,g").samples()
			.size());
	}

	@Test
	void theHeaderMustSayWhatIsNeededOnce() {
		assertTrue(refused("file,notes", "a.img,x").contains(
			"Expected a column named 'class'"));
		assertTrue(refused("a.img,x", "b.img,y").contains(
			"Expected a column named 'path'"));
		assertTrue(refused("path,file,class", "a.img,a.img,x").contains(
			"found 'path' and 'file'"));
		assertTrue(refused("path,class,x,y", "a.img,x,0,0").contains(
			"Expected all of x, y, width and height"));
		assertTrue(refused("path,class,xmin,ymin", "a.img,x,0,0").contains(
			"Expected all of xmin, ymin, xmax and ymax"));
		assertTrue(refused("path,class,x,y,width,height,xmin,ymin,xmax,ymax")
			.contains("found both"));
	}

	@Test
	void aListThatIsNoneIsOneClearError() throws IOException {
		assertTrue(refused("").contains("is empty"));
		assertTrue(refused("path,class").contains("Expected a row for each image"));
		assertTrue(refused("path,class", "\"a.img,x").contains(
			"cannot be understood"));
		final String none = refused("path,class", "no.img,x", "none.img,y");
		assertTrue(none.contains("None of the 2 rows"), none);
		assertTrue(none.contains("Row 2: There is no such file"), none);
		final Path latin = Files.write(root.resolve("latin.csv"),
			"path,class\n\u00E4".getBytes(StandardCharsets.ISO_8859_1));
		assertTrue(assertThrows(UserFailure.class, () -> LabeledImages.open(latin,
			reader, Set.of())).getMessage().contains("UTF-8"));
	}

	/** As for a folder whose images are all unreadable. */
	@Test
	void aClassOfNothingButBadRowsStaysAClass() throws IOException {
		final LabeledImages images = open("path,class", "a.img,x", "b.img,y",
			"none.img,z");
		assertEquals(List.of("x", "y", "z"), images.labels());
	}
}
