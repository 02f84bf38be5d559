
package io.github.cnnclassifier.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.io.FileSaver;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.imagej.LabelOverlay;
import io.github.cnnclassifier.imagej.Plane;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;

/** Regions of an image of 12 x 10 pixels; expected pixels are drawn by hand. */
class RegionSourceTest {

	@TempDir
	private Path folder;

	private static ImagePlus image() {
		return new ImagePlus("cells.tif", new ShortProcessor(12, 10));
	}

	/** 2 channels, 3 slices, 2 frames. */
	private static ImagePlus hyperstack() {
		final ImagePlus image = new ImagePlus("hyper", ImageStack.create(12, 10, 12,
			16));
		image.setDimensions(2, 3, 2);
		image.setOpenAsHyperStack(true);
		return image;
	}

	private static RegionOptions from(final String place) {
		return new RegionOptions(place, Optional.empty(), "");
	}

	private static RegionOfInterest selected(final Roi roi) {
		final ImagePlus image = image();
		image.setRoi(roi);
		final FoundRegions found = RegionSource.of(image, from("selection"),
			Progress.none());
		assertEquals(List.of(), found.failed());
		return found.regions().get(0);
	}

	private static FoundRegions overlaid(final ImagePlus image,
		final Roi... rois)
	{
		final Overlay overlay = new Overlay();
		Arrays.stream(rois).forEach(overlay::add);
		image.setOverlay(overlay);
		return RegionSource.of(image, from("overlay"), Progress.none());
	}

	/** Rows of the bounds, # for pixels of the region. */
	private static String drawn(final RegionOfInterest roi) {
		final Region b = roi.bounds();
		final StringBuilder text = new StringBuilder();
		for (int y = b.y(); y < b.y() + b.height(); y++) {
			for (int x = b.x(); x < b.x() + b.width(); x++) {
				text.append(roi.contains(x, y) ? '#' : '.');
			}
			text.append('/');
		}
		return text.toString();
	}

	/** Names of groups belong to all of ImageJ; other tests may have set some. */
	@BeforeEach
	void forgetGroupNames() {
		Roi.setGroupNames(null);
	}

	@Test
	void rectangleIsAllOfItsBounds() {
		final RegionOfInterest roi = selected(new Roi(3, 4, 2, 3));
		assertEquals(new Region(3, 4, 2, 3), roi.bounds());
		assertEquals("##/##/##/", drawn(roi));
		assertEquals("0001", roi.name());
		assertEquals("", roi.group());
	}

	@Test
	void ovalLacksItsCorners() {
		// (x - 1.5)^2 + (y - 1.5)^2 <= 4 holds for all but (0, 0) and the like
		assertEquals(".##./####/####/.##./", drawn(selected(new OvalRoi(3, 4, 4,
			4))));
	}

	@Test
	void polygonHasThePixelsWhoseCentersLieInside() {
		// the long side: x + 2 y + 1.5 < 6
		final RegionOfInterest roi = selected(new PolygonRoi(new int[] { 2, 8, 2 },
			new int[] { 5, 5, 8 }, 3, Roi.POLYGON));
		assertEquals(new Region(2, 5, 6, 3), roi.bounds());
		assertEquals("#####./###.../#...../", drawn(roi));
	}

	@Test
	void compositeHasItsHole() {
		assertEquals("####/#..#/####/", drawn(selected(new ShapeRoi(new Roi(2, 2, 4,
			3)).not(new ShapeRoi(new Roi(3, 3, 2, 1))))));
	}

	@Test
	void whatLiesOutsideTheImageIsLeftAway() {
		final RegionOfInterest roi = selected(new OvalRoi(-2, 8, 4, 4));
		assertEquals(new Region(0, 8, 2, 2), roi.bounds());
		assertEquals("#./##/", drawn(roi));
	}

	@Test
	void whatCannotBeCutOutIsARowWithItsReason() {
		final Roi good = new Roi(0, 0, 2, 2);
		good.setName("good");
		final Roi late = new Roi(0, 0, 2, 2);
		late.setPosition(7);
		final FoundRegions found = overlaid(image(), new Line(1, 1, 5, 5),
			new PointRoi(3, 3), new Roi(12, 0, 4, 4), new PolygonRoi(new int[] { 1, 5,
				3 }, new int[] { 2, 2, 2 }, 3, Roi.POLYGON), new TextRoi(1, 1, "mine"),
			new PolygonRoi(new int[] { 1, 5, 5 }, new int[] { 1, 1, 4 }, 3,
				Roi.POLYLINE), new Roi(0, 0, 90, 3), late, new OvalRoi(11, -3, 4, 4),
			good);
		assertEquals(List.of("good"), found.regions().stream().map(
			RegionOfInterest::name).toList());
		assertEquals(10, found.regions().get(0).index());
		assertEquals(List.of("0001: it has no area, being of type Straight Line",
			"0002: it has no area, being of type Point",
			"0003: it lies outside the image of 12 x 10 pixels",
			"0004: it has no pixels, 4 x 0", "0005: it is a text",
			"0006: it has no area, being of type Polyline",
			"0007: it is far larger than the image, 90 x 3 pixels",
			"0008: it lies on slice 7, but the image has 1",
			"0009: it has no pixel inside the image"), found.failed().stream().map(
				RegionSourceTest::text).toList());
	}

	private static String text(final FailedSample failed) {
		return failed.name() + ": " + failed.reason();
	}

	@Test
	void positionsInAStackCount() {
		final ImagePlus image = hyperstack();
		image.setPosition(2, 2, 1);
		final Roi shown = new Roi(0, 0, 2, 2);
		final Roi placed = new Roi(0, 0, 2, 2);
		placed.setPosition(1, 3, 2);
		final Roi everyFrame = new Roi(0, 0, 2, 2);
		everyFrame.setPosition(0, 3, 0);
		final Roi byIndex = new Roi(0, 0, 2, 2);
		byIndex.setPosition(image.getStackIndex(2, 1, 2));
		final Roi tooDeep = new Roi(0, 0, 2, 2);
		tooDeep.setPosition(1, 4, 1);
		final FoundRegions found = overlaid(image, shown, placed, everyFrame,
			byIndex, tooDeep);
		assertEquals(List.of("2 1", "3 2", "3 1", "1 2"), found.regions().stream()
			.map(roi -> roi.slice() + " " + roi.frame()).toList());
		assertEquals(List.of("0005: it lies on slice 4, frame 1, but the image " +
			"has 3 and 2"), found.failed().stream().map(RegionSourceTest::text)
				.toList());
	}

	@Test
	void groupsHaveTheirNamesIfThereAreAny() {
		final String before = Roi.getGroupNames();
		final Roi roi = new Roi(0, 0, 2, 2);
		roi.setGroup(2);
		try {
			Roi.setGroupNames("round, flat ,");
			assertEquals("flat", selected(roi).group());
			roi.setGroup(3);
			assertEquals("group-3", selected(roi).group());
		}
		finally {
			Roi.setGroupNames(before);
		}
	}

	private final List<String> told = new ArrayList<>();

	private FoundRegions auto(final ImagePlus image) {
		told.clear();
		return RegionSource.of(image, from("auto"), new Listening(told));
	}

	private List<Integer> widths(final ImagePlus image) {
		return auto(image).regions().stream().map(region -> region.bounds().width())
			.toList();
	}

	@Test
	void autoTakesANewSelectionThenTheOverlay() {
		final ImagePlus image = image();
		image.setOverlay(new Overlay());
		image.getOverlay().add(new Roi(1, 1, 5, 5));
		image.getOverlay().add(new OvalRoi(1, 1, 4, 4));
		assertEquals(List.of(5, 4), widths(image));
		assertEquals(List.of(), told);
		image.setRoi(new Roi(1, 1, 4, 4));
		assertEquals(List.of(4), widths(image));
		assertEquals(List.of("Taking the selection alone, not what is in the " +
			"overlay (2); regions=overlay takes that."), told);
	}

	@Test
	void aSelectionThatIsOneOfTheOthersIsNotNew() {
		final ImagePlus image = image();
		image.setOverlay(new Overlay());
		image.getOverlay().add(new Roi(1, 1, 5, 5));
		image.getOverlay().add(new OvalRoi(1, 1, 3, 3));
		image.setRoi(new OvalRoi(1, 1, 3, 3));
		assertEquals(List.of(5, 3), widths(image));
		// no more can be meant by a line
		image.setRoi(new Line(1, 1, 5, 5));
		assertEquals(List.of(5, 3), widths(image));
	}

	@Test
	void aSelectionOfTheSamePixelsOnAnotherSliceIsNew() {
		final ImagePlus image = hyperstack();
		final Roi first = new Roi(1, 1, 3, 3);
		first.setPosition(0, 1, 1);
		image.setOverlay(new Overlay());
		image.getOverlay().add(first);
		image.setRoi(new Roi(1, 1, 3, 3));
		image.setPosition(1, 1, 1);
		assertEquals(FoundRegions.Place.OVERLAY, auto(image).place());
		image.setPosition(1, 2, 1);
		assertEquals(FoundRegions.Place.SELECTION, auto(image).place());
	}

	/** What Classify Image writes. */
	@Test
	void aClassInTheCornerIsNoRegionWhereverItIsMoved() throws IOException {
		final ImagePlus image = image();
		LabelOverlay.show(image, List.of(new Plane(1, 1)), new ClassLabels(List.of(
			"a", "b")), Threshold.NONE, List.of(new Prediction(new float[] { 0.7f,
				0.3f })));
		assertTrue(refused(image, from("auto")).contains("found none"));
		assertTrue(refused(image, from("overlay")).contains("found none"));
		final Roi label = image.getOverlay().get(0);
		final Path file = folder.resolve("label.roi");
		RoiEncoder.save(label, file.toString());
		assertTrue(refused(image, new RegionOptions("auto", Optional.of(file), ""))
			.contains("only what was drawn"));
		image.setRoi(label);
		assertTrue(refused(image, from("auto")).contains("found none"));
		image.getOverlay().add(new Roi(1, 1, 5, 5));
		assertEquals(List.of(5), widths(image));
	}

	@Test
	void noRegionAtAllIsOneClearError() {
		assertEquals("Expected regions of interest in the ROI Manager, in the " +
			"overlay or as selection, found none for 'cells.tif'. Add selections to " +
			"the ROI Manager (press t), name a file with rois=FILE, or name a label " +
			"image with labels=TITLE.", refused(from("auto")));
		assertTrue(refused(from("manager")).contains("in the ROI Manager, found"));
		assertTrue(refused(from("selection")).contains("as selection, found"));
	}

	@Test
	void wishesThatContradictEachOtherAreErrors() throws IOException {
		final Path file = folder.resolve("a.roi");
		RoiEncoder.save(new Roi(1, 1, 2, 2), file.toString());
		for (final RegionOptions options : List.of(new RegionOptions("manager",
			Optional.of(file), ""), new RegionOptions("auto", Optional.of(file),
				"labels"), new RegionOptions("overlay", Optional.empty(), "labels"),
			from("labels"), new RegionOptions("labels", Optional.of(file), ""), from(
				"everywhere"), new RegionOptions("auto", Optional.empty(), "not open")))
			assertThrows(WrongUsage.class, () -> RegionSource.of(image(), options,
				Progress.none()), options.toString());
		assertTrue(refused(new RegionOptions("auto", Optional.of(folder), ""))
			.contains("is not a file"));
	}

	private static String refused(final RegionOptions options) {
		return refused(image(), options);
	}

	private static String refused(final ImagePlus image,
		final RegionOptions options)
	{
		return assertThrows(UserFailure.class, () -> RegionSource.of(image, options,
			Progress.none())).getMessage();
	}

	@Test
	void savedRoisAreReadInOrderAndDamagedOnesAreRows() throws IOException {
		final Roi oval = new OvalRoi(3, 4, 4, 4);
		oval.setName("round-1");
		oval.setGroup(3);
		final Roi ring = new ShapeRoi(new Roi(2, 2, 4, 3)).not(new ShapeRoi(new Roi(
			3, 3, 2, 1)));
		ring.setName("ring-1");
		final byte[] ringBytes = RoiEncoder.saveAsByteArray(ring);
		final Path zip = folder.resolve("rois.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(
			zip)))
		{
			entry(out, "round-1.roi", RoiEncoder.saveAsByteArray(oval));
			entry(out, "__MACOSX/._round-1.roi", new byte[] { 0, 5, 22, 7 });
			entry(out, "cut.roi", Arrays.copyOf(ringBytes, 70));
			entry(out, "words.roi", "no ROI".getBytes());
			entry(out, "readme.txt", "no ROI".getBytes());
			entry(out, "ring-1.roi", ringBytes);
		}
		final FoundRegions found = RegionSource.of(image(), new RegionOptions(
			"auto", Optional.of(zip), ""), Progress.none());
		assertEquals(List.of("round-1", "ring-1"), found.regions().stream().map(
			RegionOfInterest::name).toList());
		assertEquals("group-3", found.regions().get(0).group());
		assertEquals("####/#..#/####/", drawn(found.regions().get(1)));
		assertEquals(List.of("cut.roi: it is not a ROI, or damaged",
			"words.roi: it is not a ROI, or damaged"), found.failed().stream().map(
				RegionSourceTest::text).toList());
	}

	private static void entry(final ZipOutputStream out, final String name,
		final byte[] content) throws IOException
	{
		out.putNextEntry(new ZipEntry(name));
		out.write(content);
		out.closeEntry();
	}

	/** A claim of two thousand million corners must not be believed. */
	@Test
	void aRoiThatClaimsTooMuchIsDamaged() throws IOException {
		final byte[] bytes = RoiEncoder.saveAsByteArray(new PolygonRoi(new int[] {
			2, 8, 2 }, new int[] { 5, 5, 8 }, 3, Roi.POLYGON));
		bytes[16] = 0;
		bytes[17] = 0;
		bytes[18] = 0x7f;
		final Path file = Files.write(folder.resolve("huge.roi"), bytes);
		assertEquals(List.of("huge.roi: it is not a ROI, or damaged"), RegionSource
			.of(image(), new RegionOptions("auto", Optional.of(file), ""), Progress
				.none()).failed().stream().map(RegionSourceTest::text).toList());
	}

	/** Lengths whose double overflows, and a curve across the universe. */
	@Test
	void aSmallRoiThatAsksForGigabytesIsDamaged() throws IOException {
		final Roi named = new Roi(2, 2, 4, 3);
		named.setName("a");
		named.setProperty("key", "value");
		for (final int field : new int[] { 20, 44 }) {
			final ByteBuffer bytes = ByteBuffer.wrap(RoiEncoder.saveAsByteArray(
				named));
			bytes.putInt(bytes.getInt(RoiDecoder.HEADER2_OFFSET) + field, 1 << 30);
			assertDamaged(bytes.array());
		}
		final ByteBuffer counted = ByteBuffer.wrap(RoiEncoder.saveAsByteArray(
			named));
		counted.putInt(RoiDecoder.SIZE, 1 << 30);
		counted.putInt(counted.getInt(RoiDecoder.HEADER2_OFFSET) + 48, 64);
		assertDamaged(counted.array());
		final PolygonRoi curve = new PolygonRoi(new float[] { 1, 9, 5 },
			new float[] { 2, 3, 8 }, 3, Roi.POLYGON);
		curve.fitSpline();
		final ByteBuffer far = ByteBuffer.wrap(RoiEncoder.saveAsByteArray(curve));
		final int parts = RoiDecoder.COORDINATES + 4 * 3;
		assertEquals(9, far.getFloat(parts + 4));
		far.putFloat(parts + 4, 1e30f);
		assertDamaged(far.array());
		far.putFloat(parts + 4, Float.NaN);
		assertDamaged(far.array());
		far.putFloat(parts, -9e6f).putFloat(parts + 4, 9e6f);
		assertDamaged(far.array());
	}

	/** Where others tell the number of points, these have a coordinate. */
	@Test
	void linesAndShapesInPartsOfPixelsAreNotDamaged() throws IOException {
		final Path file = Files.write(folder.resolve("oval.roi"), RoiEncoder
			.saveAsByteArray(new OvalRoi(2.5, 3.5, 4.25, 4)));
		assertEquals(1, RegionSource.of(image(), new RegionOptions("auto", Optional
			.of(file), ""), Progress.none()).regions().size());
		Files.write(file, RoiEncoder.saveAsByteArray(new Line(1, 1, 9, 9)));
		assertEquals(List.of("oval: it has no area, being of type Straight Line"),
			RegionSource.of(image(), new RegionOptions("auto", Optional.of(file), ""),
				Progress.none()).failed().stream().map(RegionSourceTest::text)
				.toList());
	}

	@Test
	void aTextThatClaimsToBeLongIsDamaged() throws IOException {
		for (final int field : new int[] { 0, 8, 12 }) {
			final byte[] text = RoiEncoder.saveAsByteArray(new TextRoi(1, 2,
				"hello"));
			ByteBuffer.wrap(text).putInt(RoiDecoder.COORDINATES + field, 1 << 30);
			assertDamaged(text);
		}
	}

	private void assertDamaged(final byte[] roi) throws IOException {
		assertUnusable(roi, "it is not a ROI, or damaged");
	}

	private void assertUnusable(final byte[] roi, final String reason)
		throws IOException
	{
		final Path file = Files.write(folder.resolve("small.roi"), roi);
		assertEquals(List.of("small.roi: " + reason), RegionSource.of(image(),
			new RegionOptions("auto", Optional.of(file), ""), Progress.none())
			.failed().stream().map(RegionSourceTest::text).toList());
	}

	@Test
	void everyValueOfALabelImageIsARegion() throws IOException {
		final ImageProcessor labels = new ShortProcessor(12, 10);
		labels.set(2, 3, 500);
		labels.set(3, 4, 500);
		labels.set(11, 9, 7);
		labels.set(0, 0, 65535);
		final FoundRegions found = ofLabels(image(), new ImagePlus("l", labels));
		assertEquals(List.of("7", "500", "65535"), found.regions().stream().map(
			RegionOfInterest::name).toList());
		assertEquals(500, found.regions().get(1).index());
		assertEquals(new Region(2, 3, 2, 2), found.regions().get(1).bounds());
		assertEquals("#./.#/", drawn(found.regions().get(1)));
	}

	@Test
	void aLabelStackCountsPlaneByPlaneAndASinglePlaneWhereTheImageIs()
		throws IOException
	{
		final ImagePlus image = hyperstack();
		image.setPosition(1, 2, 2);
		final ImageStack stack = ImageStack.create(12, 10, 6, 8);
		stack.getProcessor(1).set(1, 1, 4);
		stack.getProcessor(6).set(5, 5, 4);
		assertEquals(List.of("1 1", "3 2"), ofLabels(image, new ImagePlus("l",
			stack)).regions().stream().map(roi -> roi.slice() + " " + roi.frame())
			.toList());
		final RegionOfInterest single = ofLabels(image, new ImagePlus("l", stack
			.getProcessor(1))).regions().get(0);
		assertEquals("2 2", single.slice() + " " + single.frame());
	}

	@Test
	void wholeNumbersOfA32BitImageAreLabels() throws IOException {
		final FloatProcessor labels = new FloatProcessor(12, 10);
		labels.setf(2, 3, 70_000);
		labels.setf(4, 3, 70_000);
		labels.setf(3, 3, 2);
		labels.setf(0, 0, -1);
		final FoundRegions found = ofLabels(image(), new ImagePlus("l", labels));
		assertEquals(List.of("2", "70000"), found.regions().stream().map(
			RegionOfInterest::name).toList());
		assertEquals("#.#/", drawn(found.regions().get(1)));
	}

	@Test
	void whatIsNoLabelImageIsRefusedInWords() {
		for (final float value : new float[] { 0.5f, Float.NaN, 1e9f }) {
			final FloatProcessor measured = new FloatProcessor(12, 10);
			measured.setf(4, 7, value);
			refusedLabels(new ImagePlus("l", measured), value + " at x=4, y=7");
		}
		refusedLabels(new ImagePlus("l", new ColorProcessor(12, 10)),
			"an RGB image");
		refusedLabels(new ImagePlus("l", new ByteProcessor(12, 11)), "12 x 11");
		refusedLabels(new ImagePlus("l", new ByteProcessor(12, 10)), "found none");
		refusedLabels(new ImagePlus("l", ImageStack.create(12, 10, 3, 8)), "has 3");
		final ImagePlus channels = new ImagePlus("l", ImageStack.create(12, 10, 2,
			8));
		channels.setDimensions(2, 1, 1);
		refusedLabels(channels, "2 channels");
	}

	private void refusedLabels(final ImagePlus labels, final String reason) {
		final String message = assertThrows(UserFailure.class, () -> ofLabels(
			image(), labels)).getMessage();
		assertTrue(message.contains(reason), message);
	}

	private FoundRegions ofLabels(final ImagePlus image, final ImagePlus labels)
		throws IOException
	{
		final Path file = folder.resolve("labels.tif");
		Files.write(file, new FileSaver(labels).serialize());
		return RegionSource.of(image, new RegionOptions("auto", Optional.of(file),
			""), Progress.none());
	}

	@Test
	void aZipThatIsCutShortIsRefusedWhereverItIsCut() throws IOException {
		final Path zip = folder.resolve("rois.zip");
		final List<Integer> ends = new ArrayList<>();
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			for (int i = 0; i < 3; i++) {
				out.putNextEntry(new ZipEntry(i + ".roi"));
				out.write(RoiEncoder.saveAsByteArray(new Roi(i, 0, 3, 3)));
				out.closeEntry();
				out.flush();
				ends.add(bytes.size());
			}
		}
		for (final int length : List.of(30, ends.get(0), ends.get(1), ends.get(1) +
			5, bytes.size() - 1))
		{
			Files.write(zip, Arrays.copyOf(bytes.toByteArray(), length));
			final String message = assertThrows(UserFailure.class, () -> RegionSource
				.of(image(), new RegionOptions("auto", Optional.of(zip), ""), Progress
					.none())).getMessage();
			assertTrue(message.contains("is damaged or cut short"), message);
		}
	}

	@Test
	void aRoiThatFailsInAnUnusualWayCostsNoOther() {
		final Roi odd = new Roi(0, 0, 2, 2) {

			private static final long serialVersionUID = 1L;

			@Override
			public ImageProcessor getMask() {
				throw new IllegalStateException("no mask");
			}
		};
		final FoundRegions found = RegionSource.of(image(), List.of(odd, new Roi(0,
			0, 2, 2)));
		assertEquals(1, found.regions().size());
		assertEquals(1, found.unusable().size());
		assertTrue(found.unusable().get(0).reason().contains("no mask"), found
			.unusable().get(0).reason());
	}
}
