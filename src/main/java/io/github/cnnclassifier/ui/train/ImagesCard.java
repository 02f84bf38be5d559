
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Timer;

import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.failure.UnusableClass;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.storage.DiskTrouble;
import io.github.cnnclassifier.ui.Keys;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.train.LabeledFolderOf;
import io.github.cnnclassifier.workflow.train.ModelPlace;
import io.github.cnnclassifier.workflow.train.PreviewTraining;
import io.github.cnnclassifier.workflow.train.TrainingCorrections;
import io.github.cnnclassifier.workflow.train.TrainingPreview;
import io.github.cnnclassifier.workflow.train.TrainingSides;

/**
 * The images of a training: which there are, which classes are used, what
 * belongs together, and where the model goes. It joins the parts that read,
 * decide, judge and show. Everything is looked at on one thread in the
 * background; everything else here is used on the event thread.
 */
final class ImagesCard extends JPanel {

	/** Starts a training. */
	@FunctionalInterface
	interface Training {

		/**
		 * @param values of keys
		 * @param model name of the file that is written
		 */
		void start(Map<String, String> values, String model);
	}

	/** Goes on with what is set in a dialog. */
	@FunctionalInterface
	interface DialogWish {

		/** @param values of keys */
		void open(Map<String, String> values);
	}

	private static final long serialVersionUID = 1L;

	private static final String DROP = "Drop a folder with one sub-folder for " +
		"each class here, or a list (CSV), or choose one.";

	static final String IMAGES = "images";
	static final String EXCLUDE = "exclude";
	static final String MODEL = "model";

	private static final String GROUPS = "groups";
	private static final String PLANES = "planes";
	private static final String CORRECTIONS = "corrections";
	private static final List<String> BESIDE_ADVANCED = List.of(IMAGES, EXCLUDE,
		MODEL);

	private static final int GAP = 6;
	private static final int MILLIS_TO_REST = 200;

	private final transient TrainingHost host;
	private final transient Training training;
	private final transient ExecutorService work = Executors
		.newSingleThreadExecutor(task -> {
			final Thread thread = new Thread(task, "CNN Classifier, looks at images");
			thread.setDaemon(true);
			return thread;
		});
	private final transient ImagesReading reading;
	private final transient ImageDecisions decisions = new ImageDecisions(work,
		this::tell, this::tellDone);
	private final transient ClassSheets sheets = new ClassSheets(
		new SheetDeeds());
	private final SourceBar source = new SourceBar(this::choose, this::choose,
		this::chooseOpen);
	private final ReadingView view;
	private final ClassTable table;
	private final PreviewBar bar = new PreviewBar(decisions,
		this::openSelectedSheet);
	private final GroupsPanel groups = new GroupsPanel(this::changed);
	private final ModelPanel model;
	private final transient AdvancedFold advanced;
	private final transient VerdictRows verdict;
	private final Timer timer;

	/** Null until images were read. */
	private transient TrainingPreview preview;
	private String readAs = "";
	/** Null until somebody has chosen some. */
	private transient Path wanted;
	private int turn;
	/** Of the last decision about images. */
	private String told = "";
	private boolean accepting;

	/**
	 * @param host the program around it
	 * @param training starts one
	 * @param dialog opens the dialog with all keys
	 */
	ImagesCard(final TrainingHost host, final Training training,
		final DialogWish dialog)
	{
		super(new BorderLayout(GAP, GAP));
		this.host = host;
		this.training = training;
		timer = new Timer(MILLIS_TO_REST, event -> update());
		timer.setRepeats(false);
		reading = new ImagesReading(host.reader(), work, new Seen());
		table = new ClassTable((name, label) -> decisions.move(List.of(name),
			label), this::openSheet);
		table.classes().addTableModelListener(event -> changed());
		view = new ReadingView(DROP, table, reading::stop);
		model = new ModelPanel(this::changed);
		advanced = new AdvancedFold(host.fields().stream().filter(
			field -> !BESIDE_ADVANCED.contains(field.name())).toList(),
			this::changed);
		verdict = new VerdictRows(this::train, () -> dialog.open(values()));
		setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		add(source, BorderLayout.NORTH);
		add(view);
		add(bottom(), BorderLayout.SOUTH);
		Keys.bindAll(this, "ctrl Z", decisions::undo);
		Keys.bindAll(this, "ctrl Y", decisions::redo);
		FileDrop.on(this, this::choose);
		FileDrop.on(table, this::choose);
		bar.show(null);
		show(Judging.Judged.impossible(DROP));
	}

	private JPanel bottom() {
		final JPanel bottom = new JPanel();
		bottom.setLayout(new BoxLayout(bottom, BoxLayout.Y_AXIS));
		for (final JComponent part : List.of(bar, groups, model, advanced.row(),
			advanced.folded(), verdict.reasonsRow(), verdict.startRow()))
		{
			part.setAlignmentX(LEFT_ALIGNMENT);
			bottom.add(part);
			if (part != advanced.folded()) bottom.add(Box.createVerticalStrut(2));
		}
		return bottom;
	}

	/** Once the window is shown. */
	void begin() {
		source.begin();
		host.lastImages().ifPresent(this::choose);
	}

	private void chooseOpen() {
		final Optional<Path> file = host.openFile();
		if (file.isEmpty()) {
			tell("No image is open that comes from a file.");
			return;
		}
		work.execute(() -> {
			try {
				final Path folder = LabeledFolderOf.of(file.get(), host.reader());
				EventQueue.invokeLater(() -> choose(folder));
			}
			catch (final UserFailure e) {
				EventQueue.invokeLater(() -> tell(e.getMessage()));
			}
		});
	}

	private void choose(final String path) {
		if (path.isBlank()) return;
		try {
			choose(Path.of(path.strip()));
		}
		catch (final InvalidPathException e) {
			refuse("Expected the name of a folder or file, found '" + path + "'.");
		}
	}

	private void choose(final Path path) {
		final Path full = path.toAbsolutePath().normalize();
		wanted = full;
		source.show(full);
		if (preview == null || !preview.source().equals(full)) {
			table.classes().tickAll();
			groups.forget();
		}
		told = "";
		forget();
		read(full, Optional.empty());
	}

	/**
	 * Goes on with the same images, after a training of them.
	 *
	 * @param wish keys that are to be others than they were
	 */
	void goOn(final TrainingWish wish) {
		advanced.keys().set(wish.values(), wish.whole());
		if (!wish.remark().isEmpty()) tell(wish.remark());
	}

	private void forget() {
		sheets.close();
		preview = null;
		decisions.see(null, null);
		table.show(null);
		bar.sum(" ");
		bar.show(null);
	}

	/** After classes were corrected here or somewhere else. */
	void lookAgain() {
		if (preview != null && !work.isShutdown()) read(preview.source(), Optional
			.of(preview));
	}

	private void read(final Path path, final Optional<TrainingPreview> before) {
		readAs = readAs();
		final PreviewTraining.Request request;
		try {
			request = new PreviewTraining.Request(path, PlaneChoice.parse(advanced
				.keys().all().get(PLANES)), CorrectionUse.parse(advanced.keys().all()
					.get(CORRECTIONS)), before);
		}
		catch (final UserFailure e) {
			refuse(e.getMessage());
			return;
		}
		if (before.isEmpty()) {
			view.showProgress(Double.NaN, "Looking for images");
			view.showReading();
		}
		verdict.await();
		reading.begin(request, before.isPresent() ? decisions.corrections() : null);
	}

	/** The keys by which images are read. */
	private String readAs() {
		final Map<String, String> keys = advanced.keys().all();
		return keys.get(PLANES) + " " + keys.get(CORRECTIONS);
	}

	/** What is told while images are read, and after that. */
	private final class Seen implements ImagesReading.Listener {

		@Override
		public void showProgress(final double fraction, final String words) {
			view.showProgress(fraction, words);
		}

		@Override
		public void accept(final TrainingPreview seen,
			final TrainingCorrections decided)
		{
			show(seen, decided);
		}

		@Override
		public void refuse(final String words) {
			ImagesCard.this.refuse(words);
		}
	}

	private void show(final TrainingPreview seen,
		final TrainingCorrections decided)
	{
		preview = seen;
		decisions.see(seen, decided);
		accepting = true;
		table.show(seen);
		final int classes = seen.rows().size();
		bar.sum(classes + (classes == 1 ? " class, " : " classes, ") +
			ImageDecisions.counted(seen.size()) + (told.isEmpty() ? "" : ". " +
				told));
		view.showClasses();
		model.propose(new ModelPlace(model.place().folder(), ModelPlace.nameFor(seen
			.source())).free().name());
		sheets.show(seen);
		bar.show(seen);
		accepting = false;
		timer.restart();
	}

	private void refuse(final String words) {
		reading.forget();
		forget();
		view.showHint();
		turn++;
		timer.stop();
		show(Judging.Judged.impossible(words));
	}

	private void openSelectedSheet() {
		final int row = table.getSelectedRow();
		if (row >= 0) openSheet(table.classes().row(row).label());
		else tell("Select a class first.");
	}

	private void openSheet(final String label) {
		if (preview != null) sheets.open(label, preview, this);
	}

	/** What is done in the window of a class. */
	private final class SheetDeeds implements ClassSheet.Deeds {

		@Override
		public void move(final List<String> names, final String label) {
			decisions.move(names, label);
		}

		@Override
		public void leaveOut(final List<String> names) {
			decisions.leaveOut(names);
		}

		@Override
		public void undo() {
			decisions.undo();
		}

		@Override
		public void open(final int position) {
			final TrainingPreview seen = preview;
			if (seen != null) work.execute(() -> {
				try {
					host.open(seen, position);
				}
				catch (final UserFailure e) {
					EventQueue.invokeLater(() -> tell(e.getMessage()));
				}
				catch (final IOException e) {
					EventQueue.invokeLater(() -> tell(DiskTrouble.told(e).getMessage()));
				}
			});
		}
	}

	private void tell(final String words) {
		told = words;
		bar.tell(words);
		sheets.tell(words);
	}

	/** After a decision. */
	private void tellDone(final String words) {
		tell(words);
		bar.show(preview);
		lookAgain();
	}

	/** Something was set: what follows is told when the hand rests. */
	private void changed() {
		// before all parts are made, and while one takes back what it said
		if (timer == null || verdict == null) return;
		if (!accepting) verdict.forgetFailure();
		verdict.await();
		timer.restart();
	}

	private void update() {
		final int now = ++turn;
		advanced.tell();
		if (reading.isGoingOn() || wanted == null || work.isShutdown()) return;
		if (!readAs.equals(readAs())) {
			forget();
			read(wanted, Optional.empty());
			return;
		}
		if (preview == null) return;
		final TrainingPreview seen = preview;
		final Judging judging = new Judging(keys(), values(), table.classes()
			.left(), model.place());
		work.execute(() -> {
			try {
				final Judging.Judged judged = judging.of(seen, host);
				EventQueue.invokeLater(() -> {
					if (now == turn) show(judged);
				});
			}
			catch (final RuntimeException e) {
				EventQueue.invokeLater(() -> refuse(
					"The images could not be divided: " + e));
				throw e;
			}
		});
	}

	private void show(final Judging.Judged judged) {
		model.offer(judged.free());
		judged.sides().flatMap(TrainingSides::guess).ifPresent(groups::show);
		if (judged.sides().isPresent() && judged.sides().get().guess().isEmpty() &&
			!isSeparate()) groups.forget();
		verdict.show(judged);
	}

	/** All keys that are set beside images, classes and model. */
	private Map<String, String> keys() {
		final Map<String, String> keys = new LinkedHashMap<>(advanced.keys().all());
		if (isSeparate()) keys.put(GROUPS, GroupingRule.NONE);
		return keys;
	}

	private boolean isSeparate() {
		return groups.isSeparate() && GroupingRule.AUTO.equals(advanced.keys().all()
			.get(GROUPS));
	}

	/** As the command gets them: what is missing has its default. */
	private Map<String, String> values() {
		final Map<String, String> values = new LinkedHashMap<>();
		if (!source.text().isEmpty()) values.put(IMAGES, preview == null ? source
			.text() : preview.source().toString());
		values.put(EXCLUDE, table.classes().left().stream().map(LabelRules::listed)
			.collect(Collectors.joining(",")));
		values.putAll(advanced.keys().changed());
		if (isSeparate()) values.put(GROUPS, GroupingRule.NONE);
		try {
			values.put(MODEL, model.place().file().toString());
		}
		catch (final UserFailure e) {
			// a model without a name is told beside the button
			values.remove(MODEL);
		}
		return values;
	}

	private void train() {
		if (preview == null) return;
		verdict.await();
		final Map<String, String> values = values();
		final ModelPlace place = model.place();
		work.execute(() -> {
			try {
				place.makeFolder();
				EventQueue.invokeLater(() -> training.start(values, place.file()
					.getFileName().toString()));
			}
			catch (final UserFailure e) {
				EventQueue.invokeLater(() -> mend(e, e.getMessage()));
			}
		});
	}

	/**
	 * A training could not be done.
	 *
	 * @param failure what is wrong
	 * @param message the same in words
	 */
	void mend(final UserFailure failure, final String message) {
		if (failure instanceof final UnusableClass unusable) {
			table.classes().untick(unusable.label());
			verdict.fail("Not trained: " + unusable.problem() +
				" It is left out now: press Train again.");
		}
		else verdict.fail("Not trained: " + message);
		timer.restart();
	}

	/** Ends the work in the background. */
	void close() {
		reading.forget();
		turn++;
		timer.stop();
		sheets.close();
		table.close();
		work.shutdown();
	}
}
