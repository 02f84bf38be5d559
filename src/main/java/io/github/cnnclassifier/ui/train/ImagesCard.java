
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Timer;

import io.github.cnnclassifier.failure.UnusableClass;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.ui.Counted;
import io.github.cnnclassifier.ui.Deeds;
import io.github.cnnclassifier.ui.Keys;
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

		/**
		 * @param values of keys
		 * @return why it was not opened; empty if it was
		 */
		Optional<String> open(Map<String, String> values);
	}

	private static final long serialVersionUID = 1L;

	private static final String DROP = "Drop a folder with one sub-folder for " +
		"each class here, or a list (CSV), or choose one.";

	private static final int GAP = 6;
	private static final int MILLIS_TO_REST = 200;

	private final transient TrainingHost host;
	private final transient Training training;
	private final transient Deeds work = new Deeds(
		"CNN Classifier, looks at images", this, this::tell);
	/** Does not wait until images are read. */
	private final transient Deeds asking = new Deeds(
		"CNN Classifier, asks where an image is from", this, this::tell);
	private final transient DialogWish dialog;
	private final transient ImagesReading reading;
	private final transient ImageDecisions decisions = new ImageDecisions(work,
		this::tell, this::tellDone);
	private final transient ClassSheets sheets;
	private final SourceBar source;
	private final ReadingView view;
	private final ClassTable table;
	private final PreviewBar bar;
	private final GroupsPanel groups = new GroupsPanel(this::changed);
	private final TurningPanel turning;
	private final ModelPanel model;
	private final transient AdvancedFold advanced;
	private final transient CardKeys keys;
	private final transient JudgingTurns judging;
	private final transient VerdictRows verdict;
	private final Timer timer;

	/** Null until images were read. */
	private transient TrainingPreview preview;
	private String readAs = "";
	/** Null until somebody has chosen some. */
	private transient Path wanted;
	/** Why no images are seen. */
	private String refusal = DROP;
	/** Of the last decision about images. */
	private String told = "";
	private boolean accepting;
	/** Whether somebody has chosen the images here. */
	private boolean chosenHere;

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
		this.dialog = dialog;
		bar = new PreviewBar(decisions, this::openSelectedSheet, this::inWords);
		timer = new Timer(MILLIS_TO_REST, event -> update());
		timer.setRepeats(false);
		source = new SourceBar(this::choose, this::chooseHere, new FromOpenImage(
			host, asking, this, this::chooseHere, this::tell)::begin);
		reading = new ImagesReading(host.reader(), work, new Seen());
		sheets = new ClassSheets(new SheetDeeds(decisions, work, host,
			() -> preview, this::tell));
		judging = new JudgingTurns(host, work, this::show, reason -> show(
			Judging.Judged.impossible(reason)));
		table = new ClassTable((name, label) -> decisions.move(List.of(name),
			label), this::openSheet);
		table.classes().addTableModelListener(event -> changed());
		view = new ReadingView(DROP, table, reading::stop);
		turning = new TurningPanel(host.fields(), this::changed);
		model = new ModelPanel(this::changed);
		advanced = new AdvancedFold(CardKeys.advanced(host.fields()),
			this::changed);
		keys = new CardKeys(source, table.classes(), groups, turning, model,
			advanced.keys());
		verdict = new VerdictRows(this::train, this::openDialog);
		source.follow(this::changed);
		setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		add(source, BorderLayout.NORTH);
		add(view);
		add(bottom(), BorderLayout.SOUTH);
		Keys.bindAll(this, "ctrl Z", decisions::undo);
		Keys.bindAll(this, "ctrl Y", decisions::redo);
		FileDrop.on(this, this::chooseHere);
		FileDrop.on(table, this::chooseHere);
		bar.show(null);
		show(Judging.Judged.impossible(DROP));
	}

	private JPanel bottom() {
		final JPanel bottom = new JPanel();
		bottom.setLayout(new BoxLayout(bottom, BoxLayout.Y_AXIS));
		for (final JComponent part : List.of(bar, groups, turning, model, advanced
			.row(), advanced.folded(), verdict.reasonsRow(), verdict.startRow()))
		{
			part.setAlignmentX(LEFT_ALIGNMENT);
			bottom.add(part);
			if (part != advanced.folded()) bottom.add(Box.createVerticalStrut(2));
		}
		return bottom;
	}

	/**
	 * Once the window is shown.
	 *
	 * @param wish what it begins with; empty for the images of the last time
	 */
	void begin(final Optional<TrainingWish> wish) {
		source.begin();
		wish.ifPresentOrElse(this::show, () -> host.lastImages().ifPresent(
			this::choose));
	}

	/**
	 * Goes on with what another window wants to be trained. If that would take
	 * the place of something that somebody has chosen here, asks first.
	 *
	 * @param wish what is wanted
	 */
	void take(final TrainingWish wish) {
		final Replaced replaced = new Replaced(wish, wanted);
		final List<String> lost = replaced.lost(chosenHere, table.classes()
			.unticked(), groups.isSeparate(), advanced.keys().changed().size(),
			turning.isChanged(), model.isTyped());
		if (lost.isEmpty() || replaced.isWanted(this, lost)) show(wish);
		else tell("Everything stays as it was.");
	}

	/** @param wish goes into the place of what there is */
	void show(final TrainingWish wish) {
		advanced.keys().set(wish.values(), wish.whole());
		turning.set(wish.values(), wish.whole());
		wish.model().ifPresent(model::set);
		wish.images().ifPresent(this::choose);
		if (wish.whole()) {
			table.classes().tickAll();
			groups.forget();
		}
		wish.exclude().forEach(table.classes()::untick);
		if (wish.images().isPresent()) chosenHere = false;
		if (!wish.remark().isEmpty()) tell(wish.remark());
	}

	private void choose(final String path) {
		if (path.isBlank()) return;
		try {
			chooseHere(Path.of(path.strip()));
		}
		catch (final InvalidPathException e) {
			refuse("Expected the name of a folder or file, found '" + path + "'.");
		}
	}

	private void chooseHere(final Path path) {
		choose(path);
		chosenHere = true;
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

	private void forget() {
		sheets.close();
		preview = null;
		decisions.see(null, null);
		table.show(null);
		bar.tell("", "");
		bar.show(null);
	}

	/** After classes were corrected here or somewhere else. */
	void lookAgain() {
		if (preview != null && !work.hasEnded()) read(preview.source(), Optional.of(
			preview));
	}

	private void read(final Path path, final Optional<TrainingPreview> before) {
		readAs = keys.readAs();
		final PreviewTraining.Request request;
		try {
			request = keys.request(path, before);
		}
		catch (final UserFailure e) {
			refuse(e.getMessage());
			return;
		}
		if (before.isEmpty()) {
			view.showProgress(Double.NaN, "Looking for images");
			view.showReading();
			// what was wrong with others is not wrong with these
			show(Judging.Judged.impossible("The images are looked at."));
		}
		verdict.await();
		reading.begin(request, before.isPresent() ? decisions.corrections() : null);
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
			ImagesCard.this.refuse(inWords(words));
		}
	}

	private void show(final TrainingPreview seen,
		final TrainingCorrections decided)
	{
		preview = seen;
		decisions.see(seen, decided);
		accepting = true;
		table.show(seen);
		bar.tell(Counted.of(seen.rows().size(), "class", "classes") + ", " + Counted
			.images(seen.size()), told);
		view.showClasses();
		sheets.show(seen);
		bar.show(seen);
		accepting = false;
		propose(seen);
		timer.restart();
	}

	/** Which names are free is on the disk. */
	private void propose(final TrainingPreview seen) {
		final ModelPlace place = model.place();
		work.perform(() -> place.proposed(seen.source()), name -> {
			if (preview != seen) return;
			accepting = true;
			model.propose(name);
			accepting = false;
		});
	}

	private void refuse(final String words) {
		refusal = words;
		reading.forget();
		forget();
		view.showHint();
		judging.forget();
		timer.stop();
		show(Judging.Judged.impossible(words));
	}

	private String inWords(final String message) {
		return host.inLabels(WindowWords.of(message));
	}

	private void openSelectedSheet() {
		final int row = table.getSelectedRow();
		if (row >= 0) openSheet(table.classes().row(row).label());
		else tell("Select a class first.");
	}

	private void openSheet(final String label) {
		if (preview != null) sheets.open(label, preview, this);
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
		judging.forget();
		advanced.tell();
		if (reading.isGoingOn() || work.hasEnded()) return;
		final Optional<String> unread = source.unread();
		if (unread.isPresent()) show(Judging.Judged.impossible(unread.get()));
		else if (wanted != null && !readAs.equals(keys.readAs())) {
			forget();
			read(wanted, Optional.empty());
		}
		else if (preview != null) judging.begin(preview, keys.judging());
		else show(Judging.Judged.impossible(refusal));
	}

	private void show(final Judging.Judged judged) {
		model.offer(judged.free());
		judged.sides().flatMap(TrainingSides::guess).ifPresent(groups::show);
		if (judged.sides().isPresent() && judged.sides().get().guess().isEmpty() &&
			!keys.isSeparate()) groups.forget();
		verdict.show(judged);
	}

	private void openDialog() {
		dialog.open(keys.values()).ifPresent(reason -> verdict.fail("Not opened: " +
			reason));
	}

	private void train() {
		if (preview == null || source.unread().isPresent()) return;
		verdict.await();
		final Map<String, String> values = keys.values();
		final ModelPlace place = model.place();
		work.perform(() -> {
			place.makeFolder();
			return place.file().getFileName().toString();
		}, name -> training.start(values, name), this::fail);
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
			fail(unusable.problem() + " It is left out now: press Train again.");
		}
		else fail(message);
	}

	private void fail(final String reason) {
		verdict.fail("Not trained: " + reason);
		timer.restart();
	}

	/** @param files that trainings which have not ended are going to write */
	void setInUse(final Set<Path> files) {
		model.setInUse(files);
		timer.restart();
	}

	/** Ends the work in the background. */
	void close() {
		reading.forget();
		judging.forget();
		timer.stop();
		sheets.close();
		table.close();
		work.end();
		asking.end();
	}
}
