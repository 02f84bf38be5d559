
package io.github.cnnclassifier.ui.train;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.io.File;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

import io.github.cnnclassifier.workflow.ModelsFolder;
import io.github.cnnclassifier.workflow.train.ModelPlace;

/** Name and folder of the new model. Used on the event thread. */
final class ModelPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int NAME_COLUMNS = 16;
	private static final int FOLDER_COLUMNS = 26;
	private static final int GAP = 6;

	private final JTextField name = new JTextField(NAME_COLUMNS);
	private final JTextField folder = new JTextField(ModelsFolder.ofUser()
		.toString(), FOLDER_COLUMNS);
	private final JButton free = new JButton();
	private final transient Runnable changed;
	/** What was filled in by itself; what somebody typed stays. */
	private String proposed = "";

	/** @param changed told of each change */
	ModelPanel(final Runnable changed) {
		super(new GridBagLayout());
		setBorder(BorderFactory.createEmptyBorder(0, 0, 0, GAP));
		this.changed = changed;
		name.getAccessibleContext().setAccessibleName("Name of the model");
		name.setMinimumSize(name.getPreferredSize());
		name.setToolTipText("The ending .zip is added");
		folder.getAccessibleContext().setAccessibleName("Folder of the model");
		final JButton browse = new JButton("Change\u2026");
		browse.getAccessibleContext().setAccessibleName(
			"Change the folder of the model");
		browse.addActionListener(event -> browse());
		free.addActionListener(event -> name.setText(place().free().name()));
		free.setVisible(false);
		final GridBagConstraints at = new GridBagConstraints();
		at.insets = new Insets(0, GAP, 0, 0);
		at.fill = GridBagConstraints.HORIZONTAL;
		for (final JComponent part : List.of(label("Name of the model:", name),
			name, label("in", folder), folder, browse, free))
		{
			// the folder gives way, so that the free name is seen whole
			at.weightx = part == folder ? 1 : 0;
			add(part, at);
		}
		listen(name);
		listen(folder);
	}

	private static JLabel label(final String text, final JTextField of) {
		final JLabel label = new JLabel(text);
		label.setLabelFor(of);
		return label;
	}

	private void listen(final JTextField line) {
		line.getDocument().addDocumentListener(new DocumentListener() {

			@Override
			public void insertUpdate(final DocumentEvent event) {
				changed.run();
			}

			@Override
			public void removeUpdate(final DocumentEvent event) {
				changed.run();
			}

			@Override
			public void changedUpdate(final DocumentEvent event) {
				changed.run();
			}
		});
	}

	private void browse() {
		final JFileChooser chooser = new JFileChooser(new File(folder.getText()));
		chooser.setDialogTitle("Folder of the model");
		chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		if (chooser.showDialog(this, "Choose") == JFileChooser.APPROVE_OPTION)
			folder.setText(chooser.getSelectedFile().getPath());
	}

	/** @return as it is typed */
	ModelPlace place() {
		return new ModelPlace(folder.getText(), name.getText());
	}

	/**
	 * Fills the name in, unless somebody has typed another one.
	 *
	 * @param other a name that is free
	 */
	void propose(final String other) {
		if (!name.getText().isBlank() && !name.getText().equals(proposed)) return;
		proposed = other;
		name.setText(other);
	}

	/** @param other a free name to offer; null for none */
	void offer(final String other) {
		free.setVisible(other != null);
		if (other != null) free.setText("Use \"" + other + "\"");
	}
}
