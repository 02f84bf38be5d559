
package io.github.cnnclassifier.benchmark.whole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.imagej.TiffWriter;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.random.SeedTree;
import io.github.cnnclassifier.workflow.Tools;
import io.github.cnnclassifier.workflow.label.AlikeCrops;
import io.github.cnnclassifier.workflow.label.Crop;
import io.github.cnnclassifier.workflow.label.FeatureStage;
import io.github.cnnclassifier.workflow.label.LabelSession;
import io.github.cnnclassifier.workflow.label.LabelSource;
import io.github.cnnclassifier.workflow.label.StartLabeling;

/**
 * How many keys somebody presses who labels as the labeling suggests, and who
 * labels one crop after the other in random order. Both answer truthfully. A
 * key is an action, also for a whole group of alike crops; each crop of a group
 * that is of another class takes one more. Told are the keys until the
 * predictions are nearly as good as with all labels, and until all crops have a
 * right label. Accuracy is that of the same head, on crops that get no label
 * and are never suggested.
 */
final class ScriptedAnnotator {

	private static final double SHARE = 0.9;
	private static final int MOST_HELD_OUT = 500;

	/**
	 * How good the predictions of the held-out crops are.
	 *
	 * @param plain share of them whose class is predicted
	 * @param balanced mean of that share over their classes
	 */
	private record Accuracy(double plain, double balanced) {
	}

	/**
	 * After a key or a group.
	 *
	 * @param actions keys so far
	 */
	private record Step(int actions, Accuracy accuracy) {
	}

	/**
	 * What one seed tells.
	 *
	 * @param crops that get labels: so many keys label all of them one by one
	 * @param groups that were taken until all crops had a right label
	 */
	private record Run(int crops, Accuracy all, List<Step> suggested,
		List<Step> oneByOne, int groups) {

		/** @return keys until so good; all that there were, if it never was */
		private int until(final List<Step> steps,
			final ToDoubleFunction<Accuracy> of)
		{
			final double wanted = SHARE * of.applyAsDouble(all);
			return steps.stream().filter(step -> of.applyAsDouble(step
				.accuracy()) >= wanted).findFirst().orElse(steps.get(steps.size() -
					1)).actions();
		}

		private int complete() {
			return suggested.get(suggested.size() - 1).actions();
		}

		/** In the order of {@link #COLUMNS}. */
		List<Double> figures() {
			return List.of(all.plain(), all.balanced(), (double) crops, (double) until(
				oneByOne, Accuracy::plain), (double) until(suggested,
					Accuracy::plain), (double) until(oneByOne, Accuracy::balanced),
				(double) until(suggested, Accuracy::balanced), (double) complete(),
				(double) groups);
		}
	}

	private static final String COLUMNS =
		"accuracy,balanced,all_one_by_one,random_90,suggested_90," +
			"random_balanced_90,suggested_balanced_90,suggested_all,groups_all";

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private final LabelSource source;
	private final int pool;

	private ScriptedAnnotator(final Path images, final int pool,
		final int classes)
	{
		this.pool = pool;
		final LabelSource all = LabelSource.ofPath(images, tools.reader());
		final Map<String, Long> counts = all.crops().stream().filter(c -> !c
			.folderClass().isEmpty()).collect(Collectors.groupingBy(
				Crop::folderClass, Collectors.counting()));
		final Set<String> chosen = counts.entrySet().stream().filter(e -> e
			.getValue() >= 10).sorted(Map.Entry.<String, Long> comparingByValue()
				.reversed().thenComparing(Map.Entry.comparingByKey())).limit(classes)
			.map(Map.Entry::getKey).collect(Collectors.toSet());
		source = new LabelSource(all.title(), all.crops().stream().filter(
			c -> chosen.contains(c.folderClass())).toList(), List.of(), Optional
				.empty());
	}

	/**
	 * @param args folder or table of labeled images; how many crops get labels;
	 *          how many seeds; how many classes, the most frequent ones of at
	 *          least 10 images
	 * @throws Exception if something fails
	 */
	public static void main(final String[] args) throws Exception {
		if (args.length != 4) throw new IllegalArgumentException(
			"Expected a folder or table of labeled images, crops to label, seeds " +
				"and classes, such as: CELLS 500 5 8");
		final ScriptedAnnotator annotator = new ScriptedAnnotator(Path.of(args[0]),
			Integer.parseInt(args[1]), Integer.parseInt(args[3]));
		System.out.println("seed," + COLUMNS);
		final List<List<Double>> rows = new ArrayList<>();
		for (int seed = 1; seed <= Integer.parseInt(args[2]); seed++) {
			rows.add(annotator.run(seed).figures());
			System.out.println(row(Integer.toString(seed), rows.get(seed - 1)));
		}
		System.out.println(row("mean", IntStream.range(0, rows.get(0).size())
			.mapToObj(c -> rows.stream().mapToDouble(r -> r.get(c)).average()
				.orElseThrow()).toList()));
	}

	private static String row(final String name, final List<Double> figures) {
		return name + figures.stream().map(f -> String.format(Locale.ROOT, ",%.3f",
			f)).collect(Collectors.joining());
	}

	private Run run(final long seed) throws Exception {
		final SeedTree draw = new SeedTree(seed);
		final List<Crop> drawn = IntStream.range(0, source.crops().size()).boxed()
			.sorted(Comparator.comparingLong(i -> draw.child("crops").child(i)
				.seed())).map(source.crops()::get).toList();
		// of few images a third is held out
		final int labeled = Math.min(pool, drawn.size() * 2 / 3);
		final List<Crop> crops = drawn.subList(0, Math.min(drawn.size(), labeled +
			MOST_HELD_OUT));
		final Path folder = Files.createTempDirectory("labels");
		try (LabelSession session = new StartLabeling(tools, new TiffWriter(),
			Progress.none()).run(new StartLabeling.Request(new LabelSource(source
				.title(), crops, List.of(), Optional.empty()), folder.resolve(
					"labels.csv"), crops.stream().map(Crop::folderClass).distinct()
						.sorted().toList(), "script", seed)).session())
		{
			while (session.features().kind() == FeatureStage.Kind.RUNNING)
				TimeUnit.MILLISECONDS.sleep(100);
			session.putOff(IntStream.range(labeled, crops.size()).toArray());
			final Accuracy all = all(session, labeled);
			final List<Step> oneByOne = oneByOne(session, labeled, all, draw.child(
				"order"));
			final List<Step> suggested = suggested(session, labeled);
			return new Run(labeled, all, suggested, oneByOne, suggested.size());
		}
	}

	private static void forget(final LabelSession session)
		throws InterruptedException, ExecutionException
	{
		session.unlabel(IntStream.range(0, session.size()).toArray()).get();
		session.settled().get();
	}

	private static Accuracy accuracy(final LabelSession session,
		final int labeled) throws InterruptedException, ExecutionException
	{
		session.settled().get();
		final Map<String, Double> right = IntStream.range(labeled, session.size())
			.boxed().collect(Collectors.groupingBy(i -> session.crop(i)
				.folderClass(), Collectors.averagingDouble(i -> isRight(session,
					i))));
		return new Accuracy(IntStream.range(labeled, session.size()).mapToDouble(
			i -> isRight(session, i)).average().orElseThrow(), right.values().stream()
				.mapToDouble(r -> r).average().orElseThrow());
	}

	private static double isRight(final LabelSession session, final int crop) {
		return session.state(crop).predicted().equals(Optional.of(session.crop(crop)
			.folderClass())) ? 1 : 0;
	}

	private static Accuracy all(final LabelSession session, final int labeled)
		throws InterruptedException, ExecutionException
	{
		for (final String label : IntStream.range(0, labeled).mapToObj(i -> session
			.crop(i).folderClass()).distinct().toList())
			session.label(IntStream.range(0, labeled).filter(i -> session.crop(i)
				.folderClass().equals(label)).toArray(), label);
		return accuracy(session, labeled);
	}

	/** Takes the first group each time, until all have a right label. */
	private static List<Step> suggested(final LabelSession session,
		final int labeled) throws InterruptedException, ExecutionException
	{
		forget(session);
		final List<Step> steps = new ArrayList<>();
		int actions = 0;
		while (session.counts().labeled() < labeled) {
			actions += confirm(session, session.groups().get(0).crops());
			steps.add(new Step(actions, accuracy(session, labeled)));
		}
		return steps;
	}

	/** @return keys that were pressed */
	private static int confirm(final LabelSession session, final int[] crops) {
		final String most = Arrays.stream(crops).mapToObj(i -> session.crop(i)
			.folderClass()).collect(Collectors.groupingBy(Function.identity(),
				Collectors.counting())).entrySet().stream().max(Map.Entry.<String, Long>
					comparingByValue().thenComparing(Map.Entry.comparingByKey()))
			.orElseThrow().getKey();
		session.label(crops, most);
		int actions = 1;
		for (final int crop : crops) {
			final String label = session.crop(crop).folderClass();
			if (label.equals(most)) continue;
			session.label(new int[] { crop }, label);
			actions++;
		}
		return actions;
	}

	/** Until it is nearly as good as with all labels by both measures. */
	private static List<Step> oneByOne(final LabelSession session,
		final int labeled, final Accuracy all, final SeedTree order)
		throws InterruptedException, ExecutionException
	{
		forget(session);
		final int[] crops = IntStream.range(0, labeled).boxed().sorted(Comparator
			.comparingLong(i -> order.child(i).seed())).mapToInt(i -> i).toArray();
		final List<Step> steps = new ArrayList<>();
		boolean plain = false;
		boolean balanced = false;
		while (!(plain && balanced) && steps.size() < crops.length) {
			final int crop = crops[steps.size()];
			session.label(new int[] { crop }, session.crop(crop).folderClass());
			final Accuracy now = accuracy(session, labeled);
			plain |= now.plain() >= SHARE * all.plain();
			balanced |= now.balanced() >= SHARE * all.balanced();
			steps.add(new Step(steps.size() + 1, now));
		}
		return steps;
	}
}
