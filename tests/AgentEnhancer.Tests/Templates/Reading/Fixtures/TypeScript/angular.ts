@Component({
  selector: 'app-x',
  template: `
    <div *ngIf="a">{{ value }} it's } {</div>
  `,
  styles: [`:host { color: red }`],
})
export class XComponent implements OnInit, OnDestroy {
  @Input({ required: true }) value!: string;
  @Output() readonly changed = new EventEmitter<{ value: string }>();
  @ViewChild('ref', { static: true })
  ref?: ElementRef<HTMLElement>;
  private readonly destroy$ = new Subject<void>();
  form = this.fb.group({
    name: ['', [Validators.required]],
  });

  constructor(private fb: FormBuilder) {}

  @HostListener('window:resize', ['$event'])
  onResize(event: UIEvent) {
    this.changed.emit({ value: this.value });
  }

  ngOnInit(): void {
    this.form.valueChanges.pipe(takeUntil(this.destroy$)).subscribe((v) => {
      this.value = v.name ?? '';
    });
  }

  ngOnDestroy() { this.destroy$.next() }
}
