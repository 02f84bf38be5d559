
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
 * labels one crop after the other as they come. Both answer truthfully. A key
 * is an action, also for a whole group of alike crops; each crop of a group
 * that is of another class takes one more. Accuracy is that of the same head, on
 * crops that get no label and are never suggested.
 */
final class ScriptedAnnotator {

	private static final double SHARE = 0.9;
	private static final int MOST_HELD_OUT = 500;

	/** How one way to label went. */
	private record Way(int actions, int labels, double accuracy) {
	}

	/** Both ways with one seed, and what all labels reach. */
	private record Run(double all, Way suggested, Way oneByOne) {

		double ratio() {
			return (double) oneByOne.actions() / suggested.actions();
		}
	}

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
		System.out.println("seed | all labels | 90 % of it | suggested: actions, " +
			"labels | one by one: actions | ratio");
		final List<Run> runs = new ArrayList<>();
		for (int seed = 1; seed <= Integer.parseInt(args[2]); seed++) {
			final Run run = annotator.run(seed);
			runs.add(run);
			System.out.printf(Locale.ROOT, "%d | %.3f | %.3f | %d, %d | %d | %.1f%n",
				seed, run.all(), SHARE * run.all(), run.suggested().actions(), run
					.suggested().labels(), run.oneByOne().actions(), run.ratio());
		}
		final Function<Function<Run, Double>, Double> mean = of -> runs.stream()
			.mapToDouble(of::apply).average().orElseThrow();
		System.out.printf(Locale.ROOT,
			"%s: mean of all labels %.3f, actions %.1f suggested and %.1f one by " +
				"one, ratio of the means %.1f, median ratio %.1f%n", args[0], mean
					.apply(Run::all), mean.apply(r -> (double) r.suggested().actions()),
			mean.apply(r -> (double) r.oneByOne().actions()), mean.apply(
				r -> (double) r.oneByOne().actions()) / mean.apply(r -> (double) r
					.suggested().actions()), runs.stream().map(Run::ratio).sorted()
						.toList().get(runs.size() / 2));
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
			final Way all = all(session, labeled);
			final double wanted = SHARE * all.accuracy();
			return new Run(all.accuracy(), suggested(session, labeled, wanted),
				oneByOne(session, labeled, wanted, draw.child("order")));
		}
	}

	private static void forget(final LabelSession session)
		throws InterruptedException, ExecutionException
	{
		session.unlabel(IntStream.range(0, session.size()).toArray()).get();
		session.settled().get();
	}

	/** Share of the held-out crops whose class is predicted. */
	private static double accuracy(final LabelSession session,
		final int labeled) throws InterruptedException, ExecutionException
	{
		session.settled().get();
		return IntStream.range(labeled, session.size()).mapToDouble(i -> session
			.state(i).predicted().equals(Optional.of(session.crop(i).folderClass()))
				? 1 : 0).average().orElseThrow();
	}

	private static Way all(final LabelSession session, final int labeled)
		throws InterruptedException, ExecutionException
	{
		for (final String label : IntStream.range(0, labeled).mapToObj(i -> session
			.crop(i).folderClass()).distinct().toList())
			session.label(IntStream.range(0, labeled).filter(i -> session.crop(i)
				.folderClass().equals(label)).toArray(), label);
		return new Way(labeled, labeled, accuracy(session, labeled));
	}

	/** Takes the first group each time. */
	private static Way suggested(final LabelSession session, final int labeled,
		final double wanted) throws InterruptedException, ExecutionException
	{
		forget(session);
		int actions = 0;
		double accuracy = 0;
		while (accuracy < wanted) {
			final List<AlikeCrops> groups = session.groups();
			if (groups.isEmpty()) break;
			actions += confirm(session, groups.get(0).crops());
			accuracy = accuracy(session, labeled);
		}
		return new Way(actions, session.counts().labeled(), accuracy);
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

	private static Way oneByOne(final LabelSession session, final int labeled,
		final double wanted, final SeedTree order) throws InterruptedException,
		ExecutionException
	{
		forget(session);
		final int[] crops = IntStream.range(0, labeled).boxed().sorted(Comparator
			.comparingLong(i -> order.child(i).seed())).mapToInt(i -> i).toArray();
		int actions = 0;
		double accuracy = 0;
		while (accuracy < wanted && actions < crops.length) {
			final int crop = crops[actions++];
			session.label(new int[] { crop }, session.crop(crop).folderClass());
			accuracy = accuracy(session, labeled);
		}
		return new Way(actions, actions, accuracy);
	}
}
