
package io.github.cnnclassifier.workflow.label;

import static io.github.cnnclassifier.workflow.label.LabelingFakes.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.TextImages;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageOrigin;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionMask;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.image.UnusableRegion;
import io.github.cnnclassifier.progress.Progress;

/** Labels that are given, predicted, taken back and found on the disk. */
class LabelSessionTest {

	@TempDir
	private Path root;

	private Path images;
	private Path labels;
	private final List<String> told = new ArrayList<>();
	private LabelSession session;

	@BeforeEach
	void open() throws IOException {
		images = root.resolve("cells");
		labels = root.resolve("cells labels/labels.csv");
		LabelingFakes.clouds(images, 12);
		session = LabelingFakes.session(images, labels, told);
	}

	@AfterEach
	void close() throws IOException {
		session.close();
	}

	private void reopen() throws IOException {
		session.close();
		told.clear();
		session = LabelingFakes.session(images, labels, told);
	}

	/** What training reads, as "a000.img a". */
	private Set<String> onDisk() {
		return LabeledImages.openAsFound(labels, new TextImages(), Set.of())
			.samples().stream().map(s -> s.name().replace("../cells/", "") + " " + s
				.label()).collect(Collectors.toSet());
	}

	private int crop(final String name) {
		return IntStream.range(0, session.size()).filter(i -> session.crop(i).name()
			.equals(name)).findFirst().orElseThrow();
	}

	private void label(final String name, final String label)
		throws InterruptedException, ExecutionException
	{
		session.label(new int[] { crop(name) }, label).get();
	}

	private void labelOneOfEach() throws Exception {
		for (final String label : List.of("a", "b", "c"))
			label(label + "000.img", label);
		await(session);
	}

	@Test
	void aLabelIsInAListThatTrainingReadsAsSoonAsItIsAcknowledged()
		throws Exception
	{
		assertFalse(Files.exists(labels));
		label("a000.img", "a");
		assertEquals(Set.of("a000.img a"), onDisk());
		session.label(new int[] { crop("b000.img"), crop("b001.img") }, "b").get();
		assertEquals(Set.of("a000.img a", "b000.img b", "b001.img b"), onDisk());
		assertTrue(Files.readString(labels).contains(
			"b001.img,../cells/b001.img,b,,,,,,,ada,2026-02-03T04:05:06Z\n"), Files
				.readString(labels));
	}

	@Test
	void fewLabelsShowTheClassOfAllOthersAndNoneOfThemIsSaved() throws Exception {
		labelOneOfEach();
		for (int i = 0; i < session.size(); i++) {
			final CropState state = session.state(i);
			assertEquals(session.crop(i).name().substring(0, 1), state.predicted()
				.orElseThrow(), session.crop(i).name());
			assertTrue(state.probability() > 1 / 3f && state.doubt() < 1);
		}
		assertEquals(3, onDisk().size());
		assertEquals(Map.of("a", 1, "b", 1, "c", 1), session.counts().confirmed());
		assertEquals(Map.of("a", 11, "b", 11, "c", 11), session.counts()
			.predicted());
	}

	@Test
	void nothingThatHasALabelIsProposedOrInAGroup() throws Exception {
		await(session);
		assertEquals(session.size(), session.proposals(1000).length);
		labelOneOfEach();
		// also of labels that the last suggestions did not know of
		session.label(new int[] { crop("a001.img") }, "a");
		session.putOff(new int[] { crop("b001.img") });
		final Set<Integer> labeled = Stream.of("a000.img", "b000.img", "c000.img",
			"a001.img", "b001.img").map(this::crop).collect(Collectors.toSet());
		for (int round = 0; round < 2; round++) {
			final List<Integer> suggested = new ArrayList<>(Arrays.stream(session
				.proposals(1000)).boxed().toList());
			assertFalse(suggested.isEmpty());
			assertEquals(suggested.size(), Set.copyOf(suggested).size());
			final List<Integer> grouped = session.groups().stream().flatMap(
				group -> Arrays.stream(group.crops()).boxed()).toList();
			assertEquals(grouped.size(), Set.copyOf(grouped).size());
			suggested.addAll(grouped);
			assertTrue(suggested.stream().noneMatch(labeled::contains), suggested
				.toString());
			await(session);
		}
		session.putBack();
		await(session);
		assertTrue(IntStream.of(session.proposals(1000)).anyMatch(i -> i == crop(
			"b001.img")));
	}

	@Test
	void whatNobodyCanTellHasNoLabelAndThatIsAStepToTakeBack() throws Exception {
		labelOneOfEach();
		final int doubtful = crop("b000.img");
		await(session);
		final int unlabeled = session.proposals(1)[0];
		session.putOff(new int[] { doubtful, unlabeled });
		await(session);
		assertEquals(Optional.empty(), session.state(doubtful).confirmed());
		session.save();
		assertEquals(2, onDisk().size(), "no training sees it");
		assertTrue(IntStream.of(session.proposals(1000)).noneMatch(
			i -> i == doubtful || i == unlabeled));
		assertArrayEquals(IntStream.of(doubtful, unlabeled).sorted().toArray(),
			IntStream.of(session.undo()).sorted().toArray());
		await(session);
		assertEquals(Optional.of("b"), session.state(doubtful).confirmed());
		session.save();
		assertEquals(3, onDisk().size());
		assertTrue(IntStream.of(session.proposals(1000)).anyMatch(
			i -> i == unlabeled));
		session.redo();
		await(session);
		session.save();
		assertEquals(2, onDisk().size());
		assertTrue(IntStream.of(session.proposals(1000)).noneMatch(
			i -> i == doubtful || i == unlabeled));
	}

	@Test
	void theFirstProposalsAreOfAllKinds() throws Exception {
		await(session);
		assertEquals(Set.of("a", "b", "c"), Arrays.stream(session.proposals(4))
			.mapToObj(i -> session.crop(i).name().substring(0, 1)).collect(Collectors
				.toSet()));
	}

	@Test
	void aGroupIsOfOneKindAndOneKeyConfirmsIt() throws Exception {
		labelOneOfEach();
		final AlikeCrops group = session.groups().get(0);
		assertTrue(group.crops().length > 1);
		for (final int crop : group.crops())
			assertEquals(group.suggested().orElseThrow(), session.crop(crop).name()
				.substring(0, 1));
		session.label(group.crops(), group.suggested().orElseThrow()).get();
		assertEquals(3 + group.crops().length, onDisk().size());
		assertEquals(group.crops().length, session.undo().length);
		assertEquals(3, session.counts().labeled());
	}

	@Test
	void everyStepCanBeTakenBackAndMadeAgainOnTheDiskToo() throws Exception {
		assertFalse(session.canUndo());
		assertEquals(0, session.undo().length);
		label("a000.img", "a");
		label("a000.img", "b");
		session.unlabel(new int[] { crop("a000.img") }).get();
		assertFalse(Files.exists(labels));
		assertArrayEquals(new int[] { crop("a000.img") }, session.undo());
		session.label(new int[0], "a").get();
		assertEquals(Set.of("a000.img b"), onDisk());
		session.undo();
		session.label(new int[0], "a").get();
		assertEquals(Set.of("a000.img a"), onDisk());
		assertTrue(session.canRedo());
		session.redo();
		session.label(new int[0], "a").get();
		assertEquals(Set.of("a000.img b"), onDisk());
		label("c000.img", "c");
		assertFalse(session.canRedo());
	}

	@Test
	void labelsAreThereWhenTheSameCropsAreOpenedAgain() throws Exception {
		labelOneOfEach();
		reopen();
		assertEquals(Optional.of("b"), session.state(crop("b000.img")).confirmed());
		assertEquals(List.of("3 of 36 crops have a label already."), told);
		label("b000.img", "c");
		assertEquals(Set.of("a000.img a", "b000.img c", "c000.img c"), onDisk());
	}

	@Test
	void rowsOfOthersAreKept() throws Exception {
		session.close();
		Files.createDirectories(labels.getParent());
		Files.writeString(labels, "path,class,note\nelsewhere.img,x,mine\n" +
			"../cells/a000.img,a,good\n");
		session = LabelingFakes.session(images, labels, told);
		assertEquals(Optional.of("a"), session.state(crop("a000.img")).confirmed());
		assertTrue(told.toString().contains("1 labels in"), told.toString());
		assertEquals(List.of("a", "b", "c", "x"), session.classes().stream().map(
			LabelClass::label).toList());
		label("a000.img", "b");
		final String text = Files.readString(labels);
		assertTrue(text.contains("elsewhere.img,x,mine"), text);
		assertTrue(text.contains("../cells/a000.img,b,good"), text);
	}

	@Test
	void aLastRowThatWasCutShortIsDroppedAndToldAndTheNextLabelIsSaved()
		throws Exception
	{
		labelOneOfEach();
		session.close();
		final String whole = Files.readString(labels);
		Files.writeString(labels, whole.substring(0, whole.length() - 40));
		session = LabelingFakes.session(images, labels, told);
		assertTrue(told.get(0).contains("cut short"), told.toString());
		assertEquals(2, session.counts().labeled());
		label("c001.img", "c");
		assertEquals(Set.of("a000.img a", "b000.img b", "c001.img c"), onDisk());
	}

	@Test
	void whatAnotherProgramWroteMeanwhileIsKeptAside() throws Exception {
		label("a000.img", "a");
		Files.writeString(labels, "path,class\nother.img,z\n");
		label("b000.img", "b");
		assertEquals(Set.of("a000.img a", "b000.img b"), onDisk());
		assertEquals("path,class\nother.img,z\n", Files.readString(labels
			.resolveSibling("labels-changed-elsewhere.csv")));
	}

	@Test
	void nobodyElseCanWriteTheListMeanwhile() {
		assertTrue(assertThrows(UserFailure.class, () -> LabelingFakes.session(
			images, labels, told)).getMessage().startsWith("A label window of '"));
	}

	@Test
	void whenTheDiskFailsLabelsStayAreToldAndTriedAgain() throws Exception {
		label("a000.img", "a");
		final AtomicReference<String> reason = new AtomicReference<>();
		session.addListener(new LabelListener() {

			@Override
			public void saveFailed(final String why) {
				reason.set(why);
			}
		});
		// a folder in the place of the list
		Files.delete(labels);
		Files.createDirectories(labels.resolve("in the way"));
		assertThrows(ExecutionException.class, () -> label("b000.img", "b"));
		assertTrue(reason.get().contains("tried again"), reason.get());
		assertEquals(1, session.counts().unsaved());
		assertEquals(Optional.of("b"), session.state(crop("b000.img")).confirmed());
		Files.delete(labels.resolve("in the way"));
		Files.delete(labels);
		label("c000.img", "c");
		assertEquals(Set.of("a000.img a", "b000.img b", "c000.img c"), onDisk());
		assertEquals(0, session.counts().unsaved());
	}

	@Test
	void aBrokenFileIsACropWithAReasonAndStopsNoOther() throws Exception {
		session.close();
		Files.writeString(images.resolve("broken.img"), "1 1");
		session = LabelingFakes.session(images, labels, told);
		labelOneOfEach();
		final int broken = crop("broken.img");
		assertTrue(session.state(broken).problem().orElseThrow().contains(
			"cut short"));
		assertThrows(IOException.class, () -> session.thumbnail(broken));
		session.label(new int[] { broken, crop("a001.img") }, "a").get();
		assertTrue(session.state(broken).confirmed().isEmpty());
		assertEquals(4, onDisk().size());
		assertEquals(1, session.counts().problems());
		for (final CropOrder by : CropOrder.values()) {
			final int[] order = session.order(by);
			assertEquals(broken, order[order.length - 1], by.toString());
			assertEquals(session.size(), Arrays.stream(order).distinct().count());
		}
	}

	@Test
	void sortsByClassByConfidenceAndByDoubt() throws Exception {
		labelOneOfEach();
		final int[] byClass = session.order(CropOrder.CLASS);
		assertEquals("a000.img", session.crop(byClass[0]).name());
		assertEquals("b000.img", session.crop(byClass[12]).name());
		assertEquals("c000.img", session.crop(byClass[24]).name());
		final int[] sure = session.order(CropOrder.CONFIDENCE);
		final int[] doubtful = session.order(CropOrder.DOUBT);
		for (int i = 1; i < 33; i++) {
			assertTrue(session.state(sure[i - 1]).probability() >= session.state(
				sure[i]).probability());
			assertTrue(session.state(doubtful[i - 1]).doubt() >= session.state(
				doubtful[i]).doubt());
		}
		assertTrue(session.state(sure[35]).confirmed().isPresent());
	}

	@Test
	void classesHaveKeysAndCanBeAddedRenamedAndTakenAway() throws Exception {
		assertEquals('4', session.addClass(" mitotic ").key());
		for (int i = 0; i < 6; i++)
			session.addClass("class" + i);
		assertEquals('a', session.classes().get(9).key());
		assertThrows(UserFailure.class, () -> session.addClass("Mitotic"));
		assertThrows(UserFailure.class, () -> session.addClass(" "));
		assertThrows(UserFailure.class, () -> session.addClass("a\nb"));
		assertThrows(UserFailure.class, () -> session.label(new int[] { 0 },
			"none"));
		label("a000.img", "mitotic");
		session.renameClass("mitotic", "in mitosis").get();
		assertEquals(Set.of("a000.img in mitosis"), onDisk());
		assertEquals(Optional.of("in mitosis"), session.state(crop("a000.img"))
			.confirmed());
		assertThrows(UserFailure.class, () -> session.removeClass("in mitosis"));
		session.undo();
		session.removeClass("in mitosis");
		session.redo();
		assertTrue(session.classes().stream().anyMatch(c -> c.label().equals(
			"in mitosis")));
	}

	@Test
	void spacesAroundTheNameOfAClassFolderMakeNoOtherClass() throws Exception {
		final Path folders = root.resolve("folders");
		TextImages.write(folders.resolve("mitotic /1.img"), 1, 2, 3);
		TextImages.write(folders.resolve("other/2.img"), 1, 2, 3);
		final Path list = root.resolve("folders labels/labels.csv");
		try (LabelSession own = LabelingFakes.session(LabelSource.ofPath(folders,
			new TextImages()), list, List.of(), new LabelingFakes.TextWriter(), told))
		{
			assertEquals("mitotic", own.crop(0).folderClass());
			own.label(new int[] { 0, 1 }, "mitotic").get();
			own.renameClass("mitotic", "M").get();
			assertTrue(Files.readString(list).contains(",M,"), Files.readString(
				list));
			assertFalse(Files.readString(list).contains(",mitotic"));
		}
	}

	@Test
	void namesThatNoFolderCanHaveAreLabelsAllTheSameAndAreCopied()
		throws Exception
	{
		final List<String> odd = List.of("a/b", "CON", "..", "5 % \"x\", y",
			"=1+1");
		for (int i = 0; i < odd.size(); i++) {
			session.addClass(odd.get(i));
			session.label(new int[] { i }, odd.get(i)).get();
		}
		assertThrows(UserFailure.class, () -> session.addClass("con"));
		reopen();
		for (int i = 0; i < odd.size(); i++)
			assertEquals(Optional.of(odd.get(i)), session.state(i).confirmed());
		session.exportFolders(root.resolve("copies"), Optional.empty(), Progress
			.none());
		assertEquals(Set.of("a_b", "_CON", "_", "5 % _x_, y", "=1+1"), Set.copyOf(
			LabeledImages.open(root.resolve("copies"), new TextImages(), Set.of())
				.labels()));
		session.addClass("a_b");
		session.label(new int[] { 9 }, "a_b").get();
		assertTrue(assertThrows(UserFailure.class, () -> session.exportFolders(root
			.resolve("more"), Optional.empty(), Progress.none())).getMessage()
			.contains("'a/b' and 'a_b'"));
	}

	@Test
	void moreClassesThanKeysHaveNone() {
		for (int i = 0; i < 40; i++)
			session.addClass("number " + i);
		final List<LabelClass> classes = session.classes();
		assertEquals('z', classes.get(34).key());
		assertEquals(0, classes.get(35).key());
		session.label(new int[] { 0 }, "number 39");
		assertEquals(Optional.of("number 39"), session.state(0).confirmed());
	}

	@Test
	void aFileThatIsGoneMeanwhileIsACropWithAReason() throws Exception {
		session.close();
		// nothing is looked at yet
		session = StartLabeling.open(new StartLabeling.Request(LabelSource.ofPath(
			images, new TextImages()), labels, List.of("c"), "ada", 1),
			new LabelingFakes.PixelFeatures(), new Writing(
				new LabelingFakes.TextWriter(), "ada", LabelingFakes.CLOCK), told::add);
		Files.delete(images.resolve("c011.img"));
		final int gone = crop("c011.img");
		assertThrows(IOException.class, () -> session.thumbnail(gone));
		assertTrue(session.state(gone).problem().isPresent());
		session.label(new int[] { gone, crop("c010.img") }, "c").get();
		assertEquals(Set.of("c010.img c"), onDisk());
	}

	@Test
	void nothingToLabelIsRefusedWithWords() throws IOException {
		final Path empty = Files.createDirectories(root.resolve("empty"));
		final Path header = Files.writeString(root.resolve("header.csv"),
			"path,class\n");
		for (final Path source : List.of(empty, header)) {
			final String words = assertThrows(UserFailure.class, () -> LabelSource
				.ofPath(source, new TextImages())).getMessage();
			assertTrue(words.contains(source.getFileName().toString()), words);
		}
	}

	@Test
	void grayAndColorOfSeveralDepthsAreShownAndLabeledTogether()
		throws Exception
	{
		final Path mixed = root.resolve("mixed");
		TextImages.writeText(mixed.resolve("1.img"), "6 1 1 16 60000 3 1 2 3 4");
		TextImages.writeText(mixed.resolve("2.img"), "2 1 3 8 1 2 3 4 5 6");
		final Path list = root.resolve("mixed labels/labels.csv");
		try (LabelSession own = LabelingFakes.session(LabelSource.ofPath(mixed,
			new TextImages()), list, List.of("a"), new LabelingFakes.TextWriter(),
			told))
		{
			assertEquals(6, own.thumbnail(0).width());
			assertEquals(2, own.thumbnail(1).width());
			own.label(new int[] { 0, 1 }, "a").get();
			await(own);
			assertEquals(2, own.counts().labeled());
		}
	}

	@Test
	void aRegionOfAnOpenImageIsSavedAsACopyBesideItsLabel() throws Exception {
		final ImagePlanes field = ImagePlanes.of(new SampleImage(6, 1, 1, false, 16,
			Pixels.of(new float[] { 1, 2, 300, 4, 5, 6000 }), null, "field"));
		final LabelSource source = LabelSource.ofRegions(field, new ImageOrigin(
			"field.tif", "field.tif"), List.of(region(1, 0), region(2, 2), region(3,
				4)), List.of(new UnusableRegion(4, "line", "A line has no area.")),
			RegionCropping.PLAIN);
		assertTrue(source.labels().isEmpty());
		final Path list = root.resolve("regions/labels.csv");
		final LabelingFakes.TextWriter writer = new LabelingFakes.TextWriter();
		try (LabelSession regions = LabelingFakes.session(source, list, List.of("a",
			"b"), writer, told))
		{
			regions.label(new int[] { 0, 2 }, "a").get();
			regions.label(new int[] { 0 }, "b").get();
			assertEquals(2, writer.written);
			await(regions);
			assertEquals("A line has no area.", regions.state(3).problem()
				.orElseThrow());
		}
		final List<SampleImage> saved = new ArrayList<>();
		for (final Sample sample : LabeledImages.openAsFound(list, new TextImages(),
			Set.of()).samples())
		{
			assertEquals("field.tif", sample.group());
			saved.add(sample.source().read());
		}
		assertArrayEquals(new float[] { 1, 2 }, saved.get(0).pixels().toFloats());
		assertArrayEquals(new float[] { 5, 6000 }, saved.get(1).pixels()
			.toFloats());
		try (LabelSession again = LabelingFakes.session(source, list, List.of(),
			writer, told))
		{
			assertEquals(Optional.of("b"), again.state(0).confirmed());
			assertEquals(Optional.of("a"), again.state(2).confirmed());
		}
	}

	private static RegionOfInterest region(final int index, final int x) {
		return new RegionOfInterest(index, "cell " + index, "", new Region(x, 0, 2,
			1), RegionMask.ALL, 1, 1);
	}

	@Test
	void rowsOfATableAndPlanesOfAStackKeepTheirPlaces() throws Exception {
		TextImages.writeText(root.resolve("s.img"), "3 1 1 8 1 2 3|4 5 6");
		final Path table = Files.writeString(root.resolve("table.csv"),
			"path,slice,x,y,width,height\ns.img,1,0,0,2,1\ns.img,2,1,0,2,1\n");
		final Path list = root.resolve("table labels/labels.csv");
		final LabelSource source = LabelSource.ofPath(table, new TextImages());
		assertEquals(Optional.of(list.toAbsolutePath()), source.labels());
		try (LabelSession rows = LabelingFakes.session(source, list, List.of("a"),
			new LabelingFakes.TextWriter(), told))
		{
			rows.label(new int[] { 0, 1 }, "a").get();
		}
		final List<float[]> read = new ArrayList<>();
		for (final Sample sample : LabeledImages.openAsFound(list, new TextImages(),
			Set.of()).samples())
			read.add(sample.source().read().pixels().toFloats());
		assertArrayEquals(new float[] { 1, 2 }, read.get(0));
		assertArrayEquals(new float[] { 5, 6 }, read.get(1));
	}

	@Test
	void onlyConfirmedCropsAreCopiedUnlessPredictionsAreAskedFor()
		throws Exception
	{
		assertThrows(UserFailure.class, () -> session.exportFolders(root.resolve(
			"none"), Optional.empty(), Progress.none()));
		labelOneOfEach();
		final Path confirmed = root.resolve("confirmed");
		assertEquals(Map.of("a", 0, "b", 0, "c", 0), session.exportFolders(
			confirmed, Optional.empty(), Progress.none()).predicted());
		assertEquals(Set.of("a", "b", "c"), Set.copyOf(LabeledImages.open(confirmed,
			new TextImages(), Set.of()).labels()));
		assertEquals(3, LabeledImages.open(confirmed, new TextImages(), Set.of())
			.samples().size());
		final LabelSession.ExportedCrops all = session.exportFolders(root.resolve(
			"all"), Optional.of(0.0), Progress.none());
		assertEquals(Map.of("a", 11, "b", 11, "c", 11), all.predicted());
		assertEquals(36, LabeledImages.open(root.resolve("all"), new TextImages(),
			Set.of()).samples().size());
		assertTrue(assertThrows(UserFailure.class, () -> session.exportFolders(
			confirmed, Optional.empty(), Progress.none())).getMessage().contains(
				"new or empty"));
	}

	@Test
	void featuresCanBeStoppedAndGoOn() throws Exception {
		session.cancelFeatures();
		await(session);
		session.resumeFeatures();
		await(session);
		assertEquals(FeatureStage.Kind.READY, session.features().kind());
		assertEquals(36, session.features().done());
	}

	@Test
	void listenersHearOfLabelsAndPredictions() throws Exception {
		await(session);
		final AtomicInteger changed = new AtomicInteger();
		final AtomicInteger predicted = new AtomicInteger();
		session.addListener(new LabelListener() {

			@Override
			public void labelsChanged() {
				changed.incrementAndGet();
			}

			@Override
			public void predictionsChanged() {
				predicted.incrementAndGet();
			}
		});
		labelOneOfEach();
		session.undo();
		await(session);
		assertEquals(4, changed.get());
		assertTrue(predicted.get() > 0);
	}

	@Test
	void aThumbnailIsSmallAndReadyToBeShown() throws Exception {
		final Thumbnail thumbnail = session.thumbnail(0);
		assertEquals(3, thumbnail.width());
		assertEquals(3, thumbnail.rgb().length);
		assertTrue(Arrays.stream(thumbnail.rgb()).allMatch(rgb -> rgb >>> 24 == 0));
	}

	@Test
	void theForecastIsHonestAboutFewLabels() throws Exception {
		labelOneOfEach();
		assertTrue(session.forecast().words().startsWith("Too few labels"), session
			.forecast().words());
		assertEquals(0, session.forecast().further());
	}

	@Test
	void afterItHasEndedNothingIsTaken() throws Exception {
		session.close();
		assertThrows(UserFailure.class, () -> session.label(new int[] { 0 }, "a"));
		session.close();
		assertNotNull(session.state(0));
	}
}
