
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.SwingConstants;
import javax.swing.Timer;

import io.github.cnnclassifier.dataset.inspect.Finding;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.failure.UnusableClass;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.storage.DiskTrouble;
import io.github.cnnclassifier.ui.Buttons;
import io.github.cnnclassifier.ui.Keys;
import io.github.cnnclassifier.ui.NotDone;
import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.workflow.CorrectionSession;
import io.github.cnnclassifier.workflow.ModelsFolder;
import io.github.cnnclassifier.workflow.PlaneChoice;
import io.github.cnnclassifier.workflow.train.LabeledFolderOf;
import io.github.cnnclassifier.workflow.train.ModelPlace;
import io.github.cnnclassifier.workflow.train.PreviewTraining;
import io.github.cnnclassifier.workflow.train.SidesWish;
import io.github.cnnclassifier.workflow.train.TrainingCorrections;
import io.github.cnnclassifier.workflow.train.TrainingPreview;
import io.github.cnnclassifier.workflow.train.TrainingSides;

/**
 * The images of a training: which there are, which classes are used, what
 * belongs together, and where the model goes. Everything is looked at on one
 * thread in the background; everything else here is used on the event thread.
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

	/** A decision about images. */
	@FunctionalInterface
	private interface Deed {

		/** @return what to tell */
		String on(TrainingCorrections corrections) throws IOException;
	}

	/**
	 * What follows from everything that is set.
	 *
	 * @param sides empty if there are none
	 * @param problem why there can be no training; empty if there can
	 * @param free a name to offer; null for none
	 */
	private record Judged(Optional<TrainingSides> sides, String problem,
			String free)
	{
	}

	private static final long serialVersionUID = 1L;

	private static final String HINT = "hint";
	private static final String READING = "reading";
	private static final String CLASSES = "classes";
	private static final String DROP = "Drop a folder with one sub-folder for " +
		"each class here, or a list (CSV), or choose one.";

	private static final String IMAGES = "images";
	private static final String EXCLUDE = "exclude";
	private static final String MODEL = "model";
	private static final String GROUPS = "groups";
	private static final String PLANES = "planes";
	private static final String CORRECTIONS = "corrections";
	private static final List<String> BESIDE_ADVANCED = List.of(IMAGES, EXCLUDE,
		MODEL);

	private static final int GAP = 6;
	private static final int PATH_COLUMNS = 34;
	private static final int MILLIS_TO_REST = 200;
	private static final int BAR_STEPS = 1000;

	private final transient TrainingHost host;
	private final transient Training training;
	private final JTextField source = new JTextField(PATH_COLUMNS);
	private final CardLayout cards = new CardLayout();
	private final JPanel center = new JPanel(cards);
	private final JLabel hint = new JLabel(DROP, SwingConstants.CENTER);
	private final JProgressBar bar = new JProgressBar(0, BAR_STEPS);
	private final JLabel readingWords = new JLabel(" ", SwingConstants.CENTER);
	private final ClassTable table;
	private final JLabel summary = new JLabel(" ");
	private final JButton remarks = new JButton("Remarks\u2026");
	private final JButton undo = new JButton("Undo (Ctrl+Z)");
	private final JButton redo = new JButton("Redo (Ctrl+Y)");
	private final GroupsPanel groups = new GroupsPanel(this::changed);
	private final ModelPanel model;
	private final JToggleButton fold = new JToggleButton();
	private final AdvancedPanel advanced;
	private final JScrollPane advancedScroll;
	private final JTextArea reason = new JTextArea(2, 40);
	private final JLabel sides = new JLabel(" ");
	private final JButton train = new JButton("Train");
	private final Timer timer;
	private final transient ExecutorService work = Executors
		.newSingleThreadExecutor(task -> {
			final Thread thread = new Thread(task, "CNN Classifier, looks at images");
			thread.setDaemon(true);
			return thread;
		});
	private final transient List<ClassSheet> sheets = new ArrayList<>();

	/** Null unless images are being read. */
	private transient ReadingProgress reading;
	/** Null until images were read. */
	private transient TrainingPreview preview;
	private transient TrainingCorrections corrections;
	private String readAs = "";
	/** Null until somebody has chosen some. */
	private transient Path wanted;
	private int turn;
	/** Of the last training that failed; goes with the next change. */
	private String failed = "";
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
		table = new ClassTable((name, label) -> move(List.of(name), label),
			this::openSheet);
		table.classes().addTableModelListener(event -> changed());
		model = new ModelPanel(this::changed);
		advanced = new AdvancedPanel(host.fields().stream().filter(
			field -> !BESIDE_ADVANCED.contains(field.name())).toList(),
			this::changed);
		advancedScroll = new JScrollPane(advanced,
			JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		add(top(), BorderLayout.NORTH);
		add(center());
		add(bottom(dialog), BorderLayout.SOUTH);
		Keys.bindAll(this, "ctrl Z", this::undo);
		Keys.bindAll(this, "ctrl Y", this::redo);
		FileDrop.on(this, this::choose);
		FileDrop.on(table, this::choose);
		FileDrop.on(source, this::choose);
		tellFold();
		tellDecisions();
		show(new Judged(Optional.empty(), DROP, null));
	}

	private JPanel top() {
		final JLabel label = new JLabel("Images:");
		label.setLabelFor(source);
		source.getAccessibleContext().setAccessibleName("Labeled images");
		source.setToolTipText("A folder with one sub-folder per class, a CSV " +
			"list, or a folder of stacks; Enter reads it");
		source.addActionListener(event -> choose(source.getText()));
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 0));
		buttons.add(Buttons.button("Browse\u2026", "Choose a folder or a list",
			this::browse));
		buttons.add(Buttons.button("From open image",
			"Takes the folder that the image in front was opened from",
			this::chooseOpen));
		final JPanel top = new JPanel(new BorderLayout(GAP, 0));
		top.add(label, BorderLayout.WEST);
		top.add(source);
		top.add(buttons, BorderLayout.EAST);
		return top;
	}

	private JPanel center() {
		final JPanel progress = new JPanel();
		progress.setLayout(new BoxLayout(progress, BoxLayout.Y_AXIS));
		final JButton cancel = Buttons.button("Cancel", "Stops reading the images",
			() -> {
				if (reading != null) reading.cancel();
			});
		progress.add(Box.createVerticalGlue());
		for (final JComponent part : List.of(readingWords, bar, cancel)) {
			part.setAlignmentX(CENTER_ALIGNMENT);
			progress.add(part);
			progress.add(Box.createVerticalStrut(GAP));
		}
		bar.getAccessibleContext().setAccessibleName("Reading images");
		bar.setMaximumSize(new Dimension(400, bar.getPreferredSize().height));
		progress.add(Box.createVerticalGlue());
		hint.putClientProperty("html.disable", Boolean.TRUE);
		center.add(hint, HINT);
		center.add(progress, READING);
		center.add(new JScrollPane(table), CLASSES);
		return center;
	}

	private JPanel bottom(final DialogWish dialog) {
		final JPanel bottom = new JPanel();
		bottom.setLayout(new BoxLayout(bottom, BoxLayout.Y_AXIS));
		for (final JComponent part : List.of(tools(), groups, model, folded(),
			advancedScroll, reasons(), last(dialog)))
		{
			part.setAlignmentX(LEFT_ALIGNMENT);
			bottom.add(part);
			if (part != advancedScroll) bottom.add(Box.createVerticalStrut(2));
		}
		advancedScroll.setVisible(false);
		return bottom;
	}

	private JPanel tools() {
		remarks.addActionListener(event -> showRemarks());
		remarks.getAccessibleContext().setAccessibleDescription(
			"What is odd about the images as a whole");
		undo.addActionListener(event -> undo());
		redo.addActionListener(event -> redo());
		summary.putClientProperty("html.disable", Boolean.TRUE);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, GAP, 0));
		buttons.add(Buttons.button("Show images",
			"All images of the selected class", () -> {
				if (table.getSelectedRow() >= 0) openSheet(table.classes().row(table
					.getSelectedRow()).label());
				else tell("Select a class first.");
			}));
		buttons.add(remarks);
		buttons.add(undo);
		buttons.add(redo);
		final JPanel tools = new JPanel(new BorderLayout());
		tools.add(summary);
		tools.add(buttons, BorderLayout.EAST);
		return tools;
	}

	private JPanel folded() {
		fold.setMnemonic(KeyEvent.VK_A);
		fold.setHorizontalAlignment(SwingConstants.LEFT);
		fold.setContentAreaFilled(false);
		fold.setBorderPainted(false);
		fold.addActionListener(event -> {
			advancedScroll.setVisible(fold.isSelected());
			tellFold();
			revalidate();
		});
		final JPanel row = new JPanel(new BorderLayout());
		row.add(fold, BorderLayout.WEST);
		return row;
	}

	private JScrollPane reasons() {
		reason.setEditable(false);
		reason.setLineWrap(true);
		reason.setWrapStyleWord(true);
		reason.setOpaque(false);
		reason.setFont(summary.getFont().deriveFont(Font.PLAIN));
		reason.setForeground(summary.getForeground());
		reason.getAccessibleContext().setAccessibleName("What is to be done");
		final JScrollPane scroll = new JScrollPane(reason,
			JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		scroll.setBorder(BorderFactory.createEmptyBorder());
		scroll.setOpaque(false);
		scroll.getViewport().setOpaque(false);
		return scroll;
	}

	private JPanel last(final DialogWish dialog) {
		sides.setFont(sides.getFont().deriveFont(Font.BOLD));
		sides.getAccessibleContext().setAccessibleDescription(
			"How many images learn, choose and stay hidden");
		train.setMnemonic(KeyEvent.VK_T);
		train.addActionListener(event -> train());
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, GAP, 0));
		buttons.add(Buttons.button("All settings as a dialog\u2026",
			"Goes on in the dialog with every key", () -> dialog.open(values())));
		buttons.add(train);
		final JPanel last = new JPanel(new BorderLayout());
		last.add(sides);
		last.add(buttons, BorderLayout.EAST);
		return last;
	}

	/** Once the window is shown. */
	void begin() {
		source.requestFocusInWindow();
		host.lastImages().ifPresent(this::choose);
	}

	private void browse() {
		final JFileChooser chooser = new JFileChooser(new File(source.getText()));
		chooser.setDialogTitle("Labeled images: a folder, or a list");
		chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
		if (chooser.showDialog(this, "Choose") == JFileChooser.APPROVE_OPTION)
			choose(chooser.getSelectedFile().toPath());
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
		source.setText(full.toString());
		if (preview == null || !preview.source().equals(full)) {
			table.classes().tickAll();
			groups.forget();
		}
		told = "";
		forget();
		read(full, Optional.empty());
	}

	private void forget() {
		sheets.forEach(ClassSheet::close);
		sheets.clear();
		preview = null;
		corrections = null;
		table.show(null);
		summary.setText(" ");
		tellDecisions();
	}

	/** After classes were corrected here or somewhere else. */
	void lookAgain() {
		if (preview != null && !work.isShutdown()) read(preview.source(), Optional
			.of(preview));
	}

	private void read(final Path path, final Optional<TrainingPreview> before) {
		if (reading != null) reading.cancel();
		final ReadingProgress progress = new ReadingProgress(this::showProgress);
		reading = progress;
		readAs = readAs();
		final PreviewTraining.Request request;
		try {
			request = new PreviewTraining.Request(path, PlaneChoice.parse(advanced
				.all().get(PLANES)), CorrectionUse.parse(advanced.all().get(
					CORRECTIONS)), before);
		}
		catch (final UserFailure e) {
			refuse(progress, e.getMessage());
			return;
		}
		if (before.isEmpty()) {
			showProgress(Double.NaN, "Looking for images");
			cards.show(center, READING);
		}
		train.setEnabled(false);
		final TrainingCorrections known = before.isPresent() ? corrections : null;
		work.execute(() -> look(request, known, progress));
	}

	/** The keys by which images are read. */
	private String readAs() {
		return advanced.all().get(PLANES) + " " + advanced.all().get(CORRECTIONS);
	}

	private void showProgress(final double fraction, final String words) {
		bar.setIndeterminate(Double.isNaN(fraction));
		if (!Double.isNaN(fraction)) bar.setValue((int) (fraction * BAR_STEPS));
		readingWords.setText(words);
	}

	/** On the thread in the background. */
	private void look(final PreviewTraining.Request request,
		final TrainingCorrections known, final ReadingProgress progress)
	{
		try {
			final TrainingPreview seen = new PreviewTraining(host.reader(), progress)
				.run(request).preview();
			final TrainingCorrections decided = known == null
				? new TrainingCorrections(seen, System.getProperty("user.name", ""),
					Clock.systemUTC()) : known;
			decided.see(seen);
			EventQueue.invokeLater(() -> accept(progress, seen, decided));
		}
		catch (final CanceledException e) {
			EventQueue.invokeLater(() -> refuse(progress,
				"Reading was stopped. Press Enter in the field above to read again."));
		}
		catch (final UserFailure e) {
			EventQueue.invokeLater(() -> refuse(progress, e.getMessage()));
		}
		catch (final IOException e) {
			EventQueue.invokeLater(() -> refuse(progress, DiskTrouble.told(e)
				.getMessage()));
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			EventQueue.invokeLater(() -> refuse(progress,
				"The images could not be read: " + e));
			throw e;
		}
	}

	private void accept(final ReadingProgress progress,
		final TrainingPreview seen, final TrainingCorrections decided)
	{
		if (reading != progress) return;
		reading = null;
		preview = seen;
		corrections = decided;
		accepting = true;
		table.show(seen);
		final int classes = seen.rows().size();
		summary.setText(classes + (classes == 1 ? " class, " : " classes, ") +
			counted(seen.size()) + (told.isEmpty() ? "" : ". " + told));
		cards.show(center, CLASSES);
		model.propose(new ModelPlace(model.place().folder(), ModelPlace.nameFor(seen
			.source())).free().name());
		sheets.removeIf(sheet -> !sheet.isOpen());
		sheets.forEach(sheet -> sheet.show(seen));
		tellDecisions();
		accepting = false;
		timer.restart();
	}

	private void refuse(final ReadingProgress progress, final String words) {
		if (reading == progress) refuse(words);
	}

	private void refuse(final String words) {
		reading = null;
		forget();
		hint.setText(DROP);
		cards.show(center, HINT);
		turn++;
		timer.stop();
		show(new Judged(Optional.empty(), words, null));
	}

	private void showRemarks() {
		if (preview == null) return;
		final String text = preview.findings().stream().map(Finding::text).collect(
			Collectors.joining("\n\n"));
		final JTextArea area = new JTextArea(text.isEmpty()
			? "There is nothing odd about these images." : text, 16, 60);
		area.setEditable(false);
		area.setLineWrap(true);
		area.setWrapStyleWord(true);
		area.setCaretPosition(0);
		area.getAccessibleContext().setAccessibleName("Remarks");
		JOptionPane.showMessageDialog(this, new JScrollPane(area),
			"What is odd about these images", JOptionPane.PLAIN_MESSAGE);
	}

	private void openSheet(final String label) {
		if (preview == null) return;
		sheets.removeIf(sheet -> !sheet.isOpen());
		final Optional<ClassSheet> open = sheets.stream().filter(sheet -> sheet
			.label().equals(label)).findFirst();
		if (open.isPresent()) {
			open.get().toFront();
			return;
		}
		final ClassSheet sheet = new ClassSheet(label, preview, new SheetDeeds());
		sheets.add(sheet);
		sheet.open(this);
	}

	/** What is done in the window of a class. */
	private final class SheetDeeds implements ClassSheet.Deeds {

		@Override
		public void move(final List<String> names, final String label) {
			ImagesCard.this.move(names, label);
		}

		@Override
		public void leaveOut(final List<String> names) {
			decide(made -> told(made.leaveOut(names), "left out"));
		}

		@Override
		public void undo() {
			ImagesCard.this.undo();
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

	private void move(final List<String> names, final String label) {
		decide(made -> told(made.move(names, label), "'" + label + "'"));
	}

	private static String told(final CorrectionSession.Decided decided,
		final String what)
	{
		return counted(decided.images()) + " now: " + what + ". Written to " +
			"corrections.csv; files stay where they are." + (decided.problems()
				.isEmpty() ? "" : " Not done: " + decided.problems().get(0));
	}

	private static String counted(final int images) {
		return images + (images == 1 ? " image" : " images");
	}

	private void undo() {
		decide(made -> {
			final int count = made.undo();
			return count == 0 ? "There is nothing to take back." : counted(count) +
				" as before.";
		});
	}

	private void redo() {
		decide(made -> {
			final int count = made.redo();
			return count == 0 ? "There is nothing to make again." : counted(count) +
				" decided again.";
		});
	}

	/** One after the other, while the window stays awake. */
	private void decide(final Deed deed) {
		final TrainingCorrections decided = corrections;
		if (decided == null) return;
		if (!preview.usesCorrections()) {
			tell("Corrections do not count at the moment: change that under " +
				"Advanced first.");
			return;
		}
		work.execute(() -> {
			final String words = words(deed, decided);
			EventQueue.invokeLater(() -> {
				tell(words);
				tellDecisions();
				lookAgain();
			});
		});
	}

	private static String words(final Deed deed,
		final TrainingCorrections decided)
	{
		try {
			return deed.on(decided);
		}
		catch (final UserFailure e) {
			return e.getMessage();
		}
		catch (final IOException e) {
			return NotDone.reason(e);
		}
	}

	private void tell(final String words) {
		told = words;
		summary.setText(words);
		summary.setToolTipText(Plain.text(words));
		sheets.forEach(sheet -> sheet.tell(words));
	}

	private void tellDecisions() {
		undo.setEnabled(corrections != null && corrections.canUndo());
		redo.setEnabled(corrections != null && corrections.canRedo());
		final int findings = preview == null ? 0 : preview.findings().size();
		remarks.setText(findings == 0 ? "Remarks\u2026" : "Remarks (" + findings +
			")\u2026");
		remarks.setEnabled(preview != null);
	}

	private void tellFold() {
		final int count = advanced.changed().size();
		fold.setText((fold.isSelected() ? "\u25be" : "\u25b8") + " Advanced: " +
			(count == 0 ? "all automatic" : count + " changed"));
	}

	/** Something was set: what follows is told when the hand rests. */
	private void changed() {
		if (!accepting) failed = "";
		// before all parts are made, and while one takes back what it said
		if (timer == null || train == null) return;
		train.setEnabled(false);
		timer.restart();
	}

	private void update() {
		final int now = ++turn;
		tellFold();
		if (reading != null || wanted == null || work.isShutdown()) return;
		if (!readAs.equals(readAs())) {
			forget();
			read(wanted, Optional.empty());
			return;
		}
		if (preview == null) return;
		final TrainingPreview seen = preview;
		final Map<String, String> keys = keys();
		final Map<String, String> values = values();
		final List<String> left = table.classes().left();
		final ModelPlace place = model.place();
		work.execute(() -> {
			final Judged judged = judged(seen, keys, values, left, place);
			EventQueue.invokeLater(() -> {
				if (now == turn) show(judged);
			});
		});
	}

	/** On the thread in the background. */
	private Judged judged(final TrainingPreview seen,
		final Map<String, String> keys, final Map<String, String> values,
		final List<String> left, final ModelPlace place)
	{
		final boolean overwrite = Boolean.parseBoolean(keys.get("overwrite"));
		final Optional<String> name = place.objection(overwrite);
		try {
			// without a name there is no file whose split could be kept
			final Path file = name.isPresent() ? ModelsFolder.ofUser() : place.file();
			final TrainingSides divided = seen.sides(SidesWish.of(keys, Set.copyOf(
				left), file));
			final Optional<String> problem = name.or(() -> host.objection(values));
			return new Judged(Optional.of(divided), problem.orElse(""), free(place,
				name.isPresent()));
		}
		catch (final UserFailure e) {
			return new Judged(Optional.empty(), e.getMessage(), free(place, name
				.isPresent()));
		}
		catch (final RuntimeException e) {
			EventQueue.invokeLater(() -> refuse("The images could not be divided: " +
				e));
			throw e;
		}
	}

	private static String free(final ModelPlace place, final boolean refused) {
		try {
			return refused && place.isTaken() ? place.free().name() : null;
		}
		catch (final UserFailure e) {
			// there is no name to make another one of
			return null;
		}
	}

	private void show(final Judged judged) {
		model.offer(judged.free());
		sides.setText(judged.sides().map(TrainingSides::words).orElse(" "));
		final boolean automatic = GroupingRule.AUTO.equals(advanced.all().get(
			GROUPS));
		judged.sides().flatMap(TrainingSides::guess).ifPresent(groups::show);
		if (judged.sides().isPresent() && judged.sides().get().guess().isEmpty() &&
			!(automatic && groups.isSeparate())) groups.forget();
		final boolean possible = judged.problem().isEmpty() && judged.sides()
			.isPresent();
		final String words = possible ? judged.sides().map(ImagesCard::odd).orElse(
			"") : judged.problem();
		reason.setText(failed.isEmpty() ? words : failed);
		reason.setCaretPosition(0);
		train.setEnabled(possible);
		train.setToolTipText(possible ? "Learns from these images" : Plain.text(
			words));
	}

	private static String odd(final TrainingSides divided) {
		if (!divided.warnings().isEmpty()) return String.join(" ", divided
			.warnings());
		// the window has other ways to say it than a macro
		return divided.statement().replace(" groups=none turns this off.", "")
			.replace("say so with groups.", "say so under Advanced.");
	}

	/** All keys that are set beside images, classes and model. */
	private Map<String, String> keys() {
		final Map<String, String> keys = new LinkedHashMap<>(advanced.all());
		if (isSeparate()) keys.put(GROUPS, GroupingRule.NONE);
		return keys;
	}

	private boolean isSeparate() {
		return groups.isSeparate() && GroupingRule.AUTO.equals(advanced.all().get(
			GROUPS));
	}

	/** As the command gets them: what is missing has its default. */
	private Map<String, String> values() {
		final Map<String, String> values = new LinkedHashMap<>();
		if (!source.getText().isBlank()) values.put(IMAGES, preview == null ? source
			.getText().strip() : preview.source().toString());
		values.put(EXCLUDE, table.classes().left().stream().map(LabelRules::listed)
			.collect(Collectors.joining(",")));
		values.putAll(advanced.changed());
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
		train.setEnabled(false);
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
			failed = "Not trained: " + unusable.problem() +
				" It is left out now: press Train again.";
		}
		else failed = "Not trained: " + message;
		reason.setText(failed);
		timer.restart();
	}

	/** Ends the work in the background. */
	void close() {
		if (reading != null) reading.cancel();
		reading = null;
		turn++;
		timer.stop();
		sheets.forEach(ClassSheet::close);
		table.close();
		work.shutdown();
	}
}
